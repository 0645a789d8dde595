using System.Threading.Tasks;
using DataZoneGen.Generator.Analysis.Constants;
using DataZoneGen.Generator.CodeFixes;
using DataZoneGen.Generator.Tests.Analysis.Calls;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.CodeFixes;

public sealed class KnownValueCodeFixTests
{
    [Theory]
    [InlineData("_ = new Status({|DZG105:\"REDY\"|});", "_ = Status.Ready;")]
    [InlineData("Status status = new({|DZG105:\"REDY\"|});", "Status status = Status.Ready;")]
    [InlineData("_ = new Acme.Widgets.Status({|DZG105:\"REDY\"|});", "_ = Status.Ready;")]
    [InlineData("const string Name = \"REDY\"; _ = new Status({|DZG105:Name|});", "const string Name = \"REDY\"; _ = Status.Ready;")]
    [InlineData("_ = Status.Parse({|DZG105:\"REDY\"|}, null);", "_ = Status.Parse(\"READY\", null);")]
    [InlineData("_ = new Status(id is null ? {|DZG105:\"REDY\"|} : \"BUSY\");", "_ = new Status(id is null ? \"READY\" : \"BUSY\");")]
    public Task A_misspelled_value_becomes_the_known_one(string before, string after) => VerifyAsync(before, after);

    [Theory]
    [InlineData("_ = new Status({|DZG105:\"SOMETHING_NEW\"|});")]
    [InlineData("const string Name = \"REDY\"; _ = Status.Parse({|DZG105:Name|}, null);")]
    public Task Without_a_suggestion_or_a_literal_there_is_no_fix(string statements) => VerifyAsync(statements, statements);

    private static Task VerifyAsync(string before, string after)
    {
        var test = new ClientCodeFixTest<ConstantAnalyzer, KnownValueCodeFix> { CompilerDiagnostics = CompilerDiagnostics.Errors };
        test.AddSources(ClientCodeFixTest<ConstantAnalyzer, KnownValueCodeFix>.Generate(PagedWidgets.Files));
        test.TestState.Sources.Add(CallCode.Create(before));
        test.FixedState.Sources.Add(CallCode.Create(after));
        return test.RunAsync();
    }
}
