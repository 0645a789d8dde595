using System.Linq;
using System.Text;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Json;

public class UnreadableMembersTests
{
    [Theory]
    [InlineData("""{"a":!1,"b":2}""", """{"a":null,"b":2}""", 1)]
    [InlineData("""{"a":{"b":[{"c":!5,"d":6}]}}""", """{"a":{"b":[{"c":null,"d":6}]}}""", 1)]
    [InlineData("""{"a":!{"b":[1,{}]},"c":![]}""", """{"a":null,"c":null}""", 2)]
    [InlineData("""{"\u0061" : !"x" }""", """{"\u0061" : null }""", 1)]
    [InlineData("""[{"a":!1},{"a":2}]""", """[{"a":null},{"a":2}]""", 1)]
    public void The_innermost_member_that_holds_the_value_is_left_out(string body, string expected, int count) => AssertRemoved(body, expected, count);

    [Theory]
    [InlineData("""{"times":[1,!"x",3],"values":[1,2,3]}""", """{"times":null,"values":[1,2,3]}""", 1)]
    [InlineData("""{"lists":[[1],[!{}]],"b":1}""", """{"lists":null,"b":1}""", 1)]
    [InlineData("""{"a":[null,{"b":!1},!2,{"b":!3}],"c":!4}""", """{"a":null,"c":null}""", 2)]
    public void A_list_with_an_element_that_cannot_be_read_is_left_out_as_a_whole(string body, string expected, int count) => AssertRemoved(body, expected, count);

    [Fact]
    public void A_body_that_is_a_list_with_such_an_element_is_malformed()
    {
        var exception = Assert.Throws<BodyFormatException>(() => Remove("""[1,!"secret"]""", out _));

        Assert.Equal(3, exception.BytePosition);
        Assert.DoesNotContain("secret", exception.ToString(), System.StringComparison.Ordinal);
    }

    private static void AssertRemoved(string body, string expected, int count)
    {
        Assert.Equal(expected, Remove(body, out var removed));
        Assert.Equal(count, removed);
    }

    /// <summary>Takes the values out that an exclamation mark marks.</summary>
    private static string Remove(string marked, out int count)
    {
        var parts = marked.Split('!');
        var members = new UnreadableMembers([.. Enumerable.Range(1, parts.Length - 1).Select(part => parts.Take(part).Sum(static p => p.Length))]);
        var text = Encoding.UTF8.GetString(members.Remove(Encoding.UTF8.GetBytes(string.Concat(parts))));
        count = members.Count;
        return text;
    }
}
