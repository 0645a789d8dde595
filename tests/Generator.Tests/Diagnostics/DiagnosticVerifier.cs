using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>
/// Verifies that the generator reports exactly the expected diagnostics, each with its severity, span and message, and that the rest is
/// generated and compiles without a warning.
/// </summary>
internal static class DiagnosticVerifier
{
    /// <summary>The file that <see cref="VerifyFileAsync"/> adds.</summary>
    public const string Path = "models/broken.json";

    /// <summary>Adds a file with the problem to a valid service, whose client must be generated.</summary>
    /// <param name="text">The file; <c>{|#0:…|}</c> marks the span of <c>WithLocation(0)</c>.</param>
    /// <param name="expected">What must be reported.</param>
    public static Task VerifyFileAsync(string text, params DiagnosticResult[] expected) =>
        VerifyAsync([.. new Widgets().Files, new ModelText(Path, text)], expected);

    /// <summary>Adds AwsService items to a project that also has a valid service, whose client must be generated.</summary>
    /// <param name="items">The items, as the build lists them; see <see cref="ProjectItems.Item"/>.</param>
    /// <param name="elements">The elements of the project file, with spans marked.</param>
    /// <param name="expected">What must be reported.</param>
    public static Task VerifyItemsAsync(string[] items, string[] elements, params DiagnosticResult[] expected) =>
        VerifyAsync([.. new Widgets().Files, ProjectItems.List(items), ProjectItems.Project(elements)], expected);

    /// <summary>Verifies a project with these additional files, in which the client of a service must be generated.</summary>
    public static Task VerifyAsync(IEnumerable<ModelText> files, DiagnosticResult[] expected, string client = "Acme.Widgets.WidgetsClient")
    {
        var test = new ClientGeneratorTest(files);
        test.TestState.Sources.Add($"internal sealed class Consumer {{ public {client}? Client {{ get; set; }} }}");
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>Verifies a project with these additional files, for which no file may be generated.</summary>
    public static Task VerifyNothingIsGeneratedAsync(IEnumerable<ModelText> files, params DiagnosticResult[] expected)
    {
        var test = new ClientGeneratorTest(files) { TestBehaviors = TestBehaviors.None };
        test.TestState.Sources.Add("internal sealed class Consumer;");
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }
}
