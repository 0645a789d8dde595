using DataZoneGen.Generator.Plan.Names;

namespace DataZoneGen.Generator.Tests.Plan.Names;

public sealed class WireNamesTests
{
    [Theory]
    [InlineData("max-Items_1.~", "max-Items_1.~")]
    [InlineData("a b/c%20?&=+:", "a%20b%2Fc%2520%3F%26%3D%2B%3A")]
    [InlineData("ü", "%C3%BC")]
    public void Names_in_a_query_keep_unreserved_characters_only(string name, string expected) => Assert.Equal(expected, WireNames.QueryName(name));

    [Theory]
    [InlineData("/a/b-c:d@e$(x)?y=z&w#%20", "/a/b-c:d@e$(x)?y=z&w#%20")]
    [InlineData("/a b\"<>\\^`{|}\u007Fü", "/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%7F%C3%BC")]
    public void Constant_text_keeps_what_the_model_has_encoded_and_delimiters(string text, string expected) => Assert.Equal(expected, WireNames.Literal(text));
}
