using System.Collections.Generic;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>What a test gives to the generator, and what it expects of it.</summary>
internal sealed class TestState
{
    /// <summary>The model files.</summary>
    public List<ModelText> AdditionalFiles { get; } = [];

    /// <summary>C# code that is compiled together with what is generated.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Hint names of generated files that must equal a snapshot. Others may be generated as well.</summary>
    public List<string> GeneratedSources { get; } = [];

    /// <summary>Everything the generator must report, and nothing else.</summary>
    public List<ExpectedDiagnostic> ExpectedDiagnostics { get; } = [];

    /// <summary>Whether the project has the HTTP client factory.</summary>
    public bool HasHttpFactory { get; set; }

    public string? RootNamespace { get; set; } = "Acme";
}
