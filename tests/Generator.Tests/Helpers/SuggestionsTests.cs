namespace DataZoneGen.Generator.Tests.Helpers;

public sealed class SuggestionsTests
{
    private static readonly string[] Names = ["DeleteWidget", "GetGadget", "GetWidget", "ListWidgets"];

    [Theory]
    [InlineData("GetWidgt", "GetWidget")]
    [InlineData("GetWigdet", "GetWidget")]
    [InlineData("ListWidget", "ListWidgets")]
    [InlineData("deletewidgets", "DeleteWidget")]
    [InlineData("GetXadget", "GetGadget")]
    public void A_misspelled_name_finds_the_similar_name(string typed, string meant) => Assert.Equal(meant, Suggestions.For(typed, Names));

    [Theory]
    [InlineData("Frobnicate")]
    [InlineData("")]
    [InlineData("X")]
    public void A_different_name_finds_nothing(string typed) => Assert.Null(Suggestions.For(typed, Names));

    [Fact]
    public void Of_two_equally_similar_names_the_alphabetically_first_is_found_in_any_order()
    {
        Assert.Equal("GetA", Suggestions.For("GetX", ["GetB", "GetA"]));
        Assert.Equal("GetA", Suggestions.For("GetX", ["GetA", "GetB"]));
    }
}
