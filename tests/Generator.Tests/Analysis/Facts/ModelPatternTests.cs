using DataZoneGen.Generator.Analysis.Facts;

namespace DataZoneGen.Generator.Tests.Analysis.Facts;

public sealed class ModelPatternTests
{
    [Theory]
    [InlineData("[a-z]+", "abc", "abC")]
    [InlineData("[a-z]+", "abc", "abc\n")]
    [InlineData("^[a-z]+$", "abc", "abc1")]
    [InlineData("[a-z]{2,3}", "ab", "abcd")]
    [InlineData("(a|b)", "a", "ab")]
    [InlineData("a(?:b|c)d", "acd", "ad")]
    [InlineData("(?=.{3,5}$)[a-z]+", "abcd", "ab")]
    [InlineData("(?!aws:).*", "a", "aws:a")]
    [InlineData("[a-zA-Z-_.]+", "a-_", "a b")]
    [InlineData("[\\w-.]+", "a-1", "a b")]
    [InlineData("[^\\s]+", "a", "a b")]
    [InlineData("\\d{3}", "123", "12a")]
    [InlineData("[\\u0021-\\u007E]+", "a", "a b")]
    [InlineData("[\\x41\\-\\/.]+", "A-/.", "a")]
    [InlineData("\\p{L}\\p{Nd}*", "a1", "1a")]
    [InlineData("arn:aws[a-z-]*:.*", "arn:aws:x", "arn:x")]
    [InlineData("a{2}b{1,}", "aab", "ab")]
    [InlineData("[a-z]+", "abc", "äbc")]
    [InlineData("a?b*?c+", "bc", "b")]
    public void A_string_that_breaks_the_pattern_is_found(string pattern, string good, string bad)
    {
        Assert.False(new ModelPattern(pattern).IsBrokenBy(good));
        Assert.True(new ModelPattern(pattern).IsBrokenBy(bad));
    }

    [Theory]
    [InlineData("[a-z&&[^b]]")]
    [InlineData("[a-z&&c-d]")]
    [InlineData("[a-z[0-9]]")]
    [InlineData("[a-z-[aeiou]]")]
    [InlineData("[]a]")]
    [InlineData("[^]a]")]
    [InlineData("a*+")]
    [InlineData("a{2}+")]
    [InlineData("a++b")]
    [InlineData("(?>a)")]
    [InlineData("(?i)a")]
    [InlineData("(?<name>a)")]
    [InlineData("(?P<name>a)")]
    [InlineData("(a)\\1")]
    [InlineData("\\ha")]
    [InlineData("\\Ra")]
    [InlineData("\\Qa\\E")]
    [InlineData("\\Aa\\Z")]
    [InlineData("\\va")]
    [InlineData("\\cAa")]
    [InlineData("\\0a")]
    [InlineData("\\x{41}")]
    [InlineData("\\pLa")]
    [InlineData("\\p{Alpha}")]
    [InlineData("\\p{IsGreek}")]
    [InlineData("\\p{InGreek}")]
    [InlineData("\\p{Lu")]
    [InlineData("[\\b]a")]
    [InlineData("a{,3}")]
    [InlineData("a{b}")]
    [InlineData("a{1,2,3}")]
    [InlineData("a}")]
    [InlineData("(a")]
    [InlineData("a)")]
    [InlineData("[a")]
    [InlineData("[z-a]")]
    [InlineData("[a-\\d]")]
    [InlineData("*a")]
    [InlineData("a\\")]
    [InlineData("ä")]
    public void A_pattern_that_may_mean_something_else_to_NET_is_broken_by_no_string(string pattern) => Assert.False(new ModelPattern(pattern).IsBrokenBy("?"));

    [Theory]
    [InlineData("\\d+", "\u0661")]
    [InlineData("\\w+", "ä b")]
    [InlineData("\\S+", "a\u0085")]
    [InlineData("a\\b.", "aä")]
    [InlineData("\\p{Lu}", "ä")]
    [InlineData(".", "\n")]
    [InlineData(".{1,3}", "a\r")]
    [InlineData("[^a]+$", "b\u2028a")]
    [InlineData(".", "\U0001F600")]
    [InlineData("[^a]", "\U0001F600")]
    public void A_string_for_which_the_pattern_may_mean_something_else_does_not_break_it(string pattern, string value) =>
        Assert.False(new ModelPattern(pattern).IsBrokenBy(value));

    /// <summary>Tools that remove the anchors of <c>^a|b$</c> change its meaning.</summary>
    [Fact]
    public void A_pattern_with_alternatives_is_broken_by_strings_without_any_match()
    {
        var pattern = new ModelPattern("[0-9]{4}|SELF");

        Assert.False(pattern.IsBrokenBy("1234"));
        Assert.False(pattern.IsBrokenBy("12345"));
        Assert.True(pattern.IsBrokenBy("OTHER"));
    }

    [Fact]
    public void A_pattern_that_takes_too_long_is_broken_by_no_string()
    {
        var pattern = new ModelPattern("(a+)+b");

        Assert.True(pattern.IsBrokenBy("aa"));
        Assert.False(pattern.IsBrokenBy(new string('a', 40)));
    }
}
