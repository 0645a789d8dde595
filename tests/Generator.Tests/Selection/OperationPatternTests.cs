using System.Linq;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Tests.Selection;

public sealed class OperationPatternTests
{
    [Theory]
    [InlineData("GetWidget", "GetWidget", true)]
    [InlineData("getwidget", "GetWidget", true)]
    [InlineData("GetWidget", "GetWidgets", false)]
    [InlineData("Get", "GetWidget", false)]
    [InlineData("*", "GetWidget", true)]
    [InlineData("Get*", "GetWidget", true)]
    [InlineData("get*", "GetWidget", true)]
    [InlineData("Get*", "Get", true)]
    [InlineData("Get*", "ForGetWidget", false)]
    [InlineData("*Widget", "GetWidget", true)]
    [InlineData("*Widget", "GetWidgets", false)]
    [InlineData("*idg*", "GetWidget", true)]
    [InlineData("G*W*t", "GetWidget", true)]
    [InlineData("G*t*W*", "GetWidget", true)]
    [InlineData("G*W*e*t*", "GetWidget", true)]
    [InlineData("*W*X*", "GetWidget", false)]
    [InlineData("Get*tWidget", "GetWidget", false)]
    [InlineData("GetW*Widget", "GetWidget", false)]
    [InlineData("**", "GetWidget", true)]
    [InlineData("", "GetWidget", false)]
    public void Matches_names_without_regard_to_case(string pattern, string operation, bool matches) =>
        Assert.Equal(matches, new OperationPattern(pattern, IsExclusion: false).Matches(operation));

    [Theory]
    [InlineData("A;B", "A B")]
    [InlineData("A|B", "A B")]
    [InlineData("A, B", "A B")]
    [InlineData(" A\r\n\tB ", "A B")]
    [InlineData("||A||", "A")]
    [InlineData("*;-Delete*", "* -Delete*")]
    [InlineData("", "")]
    [InlineData("-", "-")]
    public void A_list_is_cut_at_separators_and_a_minus_excludes(string list, string entries) =>
        Assert.Equal(entries, string.Join(" ", OperationPattern.ParseList(list).Select(static p => (p.IsExclusion ? "-" : "") + p.Text)));

    [Theory]
    [InlineData("GetWidget", true)]
    [InlineData("Get_Widget2*", true)]
    [InlineData("", false)]
    [InlineData("-Get", false)]
    [InlineData("Get.Widget", false)]
    [InlineData("Get\u200BWidget", false)]
    [InlineData("$(Operations)", false)]
    [InlineData("A#B", false)]
    public void Only_letters_digits_underscores_and_stars_make_a_pattern(string text, bool isWellFormed) =>
        Assert.Equal(isWellFormed, new OperationPattern(text, IsExclusion: false).IsWellFormed);
}
