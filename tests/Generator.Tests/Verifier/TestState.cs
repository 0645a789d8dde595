using System.Collections.Generic;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>The inputs of a generator test and the files that it compares.</summary>
internal sealed class TestState
{
    /// <summary>The model files.</summary>
    public List<ModelText> AdditionalFiles { get; } = [];

    /// <summary>C# code that is compiled together with the generated code.</summary>
    public List<string> Sources { get; } = [];

    /// <summary>Hint names of generated files that must equal a snapshot. Others may be generated as well.</summary>
    public List<string> GeneratedSources { get; } = [];

    /// <summary>Whether the project has the HTTP client factory.</summary>
    public bool HasHttpFactory { get; set; }

    /// <summary>Whether the project has the library of fakes, and with it ASP.NET Core and the HTTP client factory.</summary>
    public bool HasTesting { get; set; }

    /// <summary>Whether the build wants reports instead of clients.</summary>
    public bool WantsReports { get; set; }

    public string? RootNamespace { get; set; } = "Acme";
}
