using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Telemetry;

public class SafeTextTests
{
    [Theory]
    [InlineData("ResourceNotFoundException", "ResourceNotFoundException")]
    [InlineData("", "")]
    [InlineData(null, null)]
    [InlineData("a\nb\r\tc\0", "a?b??c?")]
    [InlineData("a\u007f\u0085\u2028\u202eé", "a?????")]
    public void An_identifier_is_printable_ASCII(string? text, string? expected) => Assert.Equal(expected, SafeText.Identifier(text));

    [Theory]
    [InlineData(256, 256)]
    [InlineData(257, 256)]
    [InlineData(1_000_000, 256)]
    public void An_identifier_is_bounded(int length, int expected) => Assert.Equal(new string('a', expected), SafeText.Identifier(new string('a', length)));

    [Theory]
    [InlineData("No such thing: \u00fc \U0001F602", "No such thing: \u00fc \U0001F602")]
    [InlineData("", "")]
    [InlineData("a\r\nb\tc\u001b[31m", "a  b c [31m")]
    [InlineData("a\u0085\u2028\u2029\u202e\u2066b", "a     b")]
    public void A_message_is_one_line(string text, string expected) => Assert.Equal(expected, SafeText.Message(text));

    [Theory]
    [InlineData(4096, "", 4096)]
    [InlineData(4097, "…", 4096)]
    [InlineData(500_000, "…", 4096)]
    public void A_message_is_bounded(int length, string end, int expected) =>
        Assert.Equal(new string('a', expected) + end, SafeText.Message(new string('a', length)));

    [Fact]
    public void A_message_is_not_cut_within_a_character() =>
        Assert.Equal(new string('a', 4095) + "…", SafeText.Message(new string('a', 4095) + "\U0001F602" + "a"));

    [Fact]
    public void What_is_safe_stays_the_same_object()
    {
        var text = new string('a', 100);

        Assert.Same(text, SafeText.Identifier(text));
        Assert.Same(text, SafeText.Message(text));
    }
}
