using System.Text.RegularExpressions;

namespace DataZoneGen.Generator.Tests.Helpers;

public sealed class FactsFormatTests
{
    [Theory]
    [InlineData("RED", "RED")]
    [InlineData("", "\\e")]
    [InlineData("-", "\\u002D")]
    [InlineData("a-b", "a-b")]
    [InlineData("Linux (VPC)", "Linux\\u0020(VPC)")]
    [InlineData("a=b\\c", "a\\u003Db\\u005Cc")]
    [InlineData("\"\"\"", "\\u0022\\u0022\\u0022")]
    [InlineData("ä\n\U0001F600", "\\u00E4\\u000A\\uD83D\\uDE00")]
    [InlineData("\\e", "\\u005Ce")]
    public void A_field_is_one_word_of_ASCII(string value, string field)
    {
        Assert.Equal(field, FactsFormat.EscapeField(value));
        Assert.Equal(value, FactsFormat.UnescapeField(field));
    }

    [Theory]
    [InlineData("[a-z ]+\\d", "[a-z ]+\\d", "a b1")]
    [InlineData("\\\\\"", "\\\\\\u0022", "\\\"")]
    [InlineData("\\\"", "\\u0022", "\"")]
    [InlineData("[ä\n]", "[\\u00E4\\u000A]", "\n")]
    [InlineData("\\\n\\", "\\u000A\\", null)]
    public void A_pattern_is_a_line_of_ASCII_with_the_same_meaning(string pattern, string line, string? match)
    {
        Assert.Equal(line, FactsFormat.EscapePattern(pattern));
        Assert.True(match is null || (Regex.IsMatch(match, pattern) && Regex.IsMatch(match, line)));
    }
}
