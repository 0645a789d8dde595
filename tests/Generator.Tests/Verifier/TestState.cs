using System.Collections.Generic;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>What a test gives to the generator, and which files it compares.</summary>
internal sealed class TestState
{
    /// <summary>The model files.</summary>
    public List<ModelText> AdditionalFiles { get; } = [];

    /// <summary>C# code that is compiled together with what is generated.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Hint names of generated files that must equal a snapshot. Others may be generated as well.</summary>
    public List<string> GeneratedSources { get; } = [];

    /// <summary>Whether the project has the HTTP client factory.</summary>
    public bool HasHttpFactory { get; set; }

    public string? RootNamespace { get; set; } = "Acme";
}
