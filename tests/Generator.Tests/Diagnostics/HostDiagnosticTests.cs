using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Diagnostics;

/// <summary>The diagnostics about the compiler that runs the generator, and about internal errors.</summary>
public sealed class HostDiagnosticTests
{
    private const string Unreadable = "models/unreadable.json";

    [Fact]
    [Trait("Rule", "DZG021")]
    public Task A_language_version_that_is_too_old() =>
        VerifyLanguageAsync([.. new Widgets().Files], LanguageVersion.CSharp11, new DiagnosticResult(DiagnosticDescriptors.LanguageVersionTooOld).WithArguments("11.0"));

    [Fact]
    [Trait("Rule", "DZG021")]
    public Task A_project_without_models_may_have_any_language_version() => VerifyLanguageAsync([], LanguageVersion.CSharp8);

    [Fact]
    [Trait("Rule", "DZG099")]
    public void A_model_that_cannot_be_read_is_reported_and_the_rest_is_generated() => VerifyUnreadable(new ModelText(Unreadable, ""));

    [Theory]
    [Trait("Rule", "DZG099")]
    [InlineData("Items")]
    [InlineData("Project")]
    public void A_file_of_the_build_that_cannot_be_read_is_reported_and_the_rest_is_generated(string role) =>
        VerifyUnreadable(new ModelText(Unreadable, "") { Service = null, BuildFile = role });

    private static Task VerifyLanguageAsync(ModelText[] files, LanguageVersion version, params DiagnosticResult[] expected)
    {
        var test = new ClientGeneratorTest(files) { LanguageVersion = version, TestBehaviors = TestBehaviors.None };
        test.TestState.Sources.Add("internal sealed class Consumer { }");
        test.ExpectedDiagnostics.AddRange(expected);
        return test.RunAsync();
    }

    /// <summary>A file of Roslyn's workspace has a text always: one that throws needs a driver of our own.</summary>
    private static void VerifyUnreadable(ModelText unreadable)
    {
        var state = new Widgets().ToTest().TestState;
        var driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            [.. state.AdditionalFiles.Select(static file => file.ToAdditionalText()), new UnreadableText()],
            Compiler.ParseOptions,
            new TestOptions(state.RootNamespace, [.. state.AdditionalFiles, unreadable]));

        driver.RunGeneratorsAndUpdateCompilation(Compiler.Compile([]), out var compilation, out var diagnostics);

        var reported = Assert.Single(diagnostics);
        Assert.Equal(DiagnosticDescriptors.InternalError, reported.Descriptor);
        Assert.Equal(Location.None, reported.Location);
        Assert.Contains("unreadable.json: InvalidOperationException: The disk is gone.", reported.GetMessage(null), StringComparison.Ordinal);
        Assert.NotNull(compilation.GetTypeByMetadataName("Acme.Widgets.WidgetsClient"));
        Compiler.VerifyClean(compilation);
    }

    private sealed class UnreadableText : AdditionalText
    {
        public override string Path => Unreadable;

        public override SourceText GetText(CancellationToken cancellationToken = default) => throw new InvalidOperationException("The disk is gone.");
    }
}
