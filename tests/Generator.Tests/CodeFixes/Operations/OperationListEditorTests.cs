using System;
using DataZoneGen.Generator.CodeFixes.Operations;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.CodeFixes.Operations;

public sealed class OperationListEditorTests
{
    [Theory]
    [InlineData("Operations=\"Get\"", "Operations=\"Get; List\"")]
    [InlineData("Operations = 'Get'", "Operations = 'Get; List'")]
    [InlineData("Operations=\"Get;Put\"", "Operations=\"Get;Put;List\"")]
    [InlineData("Operations=\"Get; Put; \" />", "Operations=\"Get; Put; List; \" />")]
    [InlineData("Operations=\"Get|Put\"", "Operations=\"Get|Put|List\"")]
    [InlineData("Operations=\"\n  Get; Put;\n  Set\n\"", "Operations=\"\n  Get; Put;\n  Set;\n  List\n\"")]
    [InlineData("Operations=\"\r\n  Get;\r\n  Put;\r\n\"", "Operations=\"\r\n  Get;\r\n  Put;\r\n  List;\r\n\"")]
    [InlineData("Operations=\"\n  Get\n  Put\n\"", "Operations=\"\n  Get\n  Put\n  List\n\"")]
    [InlineData("Operations=\"$(Common); Get\"", "Operations=\"$(Common); Get; List\"")]
    [InlineData("Operations=\"\"", "Operations=\"List\"")]
    [InlineData("<Operations>Get</Operations>", "<Operations>Get; List</Operations>")]
    [InlineData("<Operations Condition=\"'$(A)' == '1'\">\n  Get;\n  Put\n</Operations>", "<Operations Condition=\"'$(A)' == '1'\">\n  Get;\n  Put;\n  List\n</Operations>")]
    public void An_operation_is_added_like_the_last_one(string before, string after) => Assert.Equal(after, Add(before));

    [Theory]
    [InlineData("Operations=\"Get&#10;Put\"")]
    [InlineData("Operations=\"@(Names)\"")]
    [InlineData("Operations=\"%(Names.Identity)\"")]
    [InlineData("<Operations>Get;<!-- and more -->Put</Operations>")]
    [InlineData("<Operations/>")]
    [InlineData("Operations=\"Get")]
    [InlineData("Operations")]
    public void A_list_that_only_MSBuild_can_read_is_not_edited(string text) => Assert.Null(Add(text));

    private static string? Add(string text)
    {
        var source = SourceText.From("<P " + text);
        var name = new TextSpan(source.ToString().IndexOf("Operations", StringComparison.Ordinal), "Operations".Length);
        return OperationListEditor.Add(source, name, "List", "; ") is { } change ? source.WithChanges(change).ToString()["<P ".Length..] : null;
    }
}
