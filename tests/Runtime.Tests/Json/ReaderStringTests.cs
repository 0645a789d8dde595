using System;
using System.Linq;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Json;

public class ReaderStringTests
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"plain\"", "plain")]
    [InlineData("\"sixteen bytes ok\"", "sixteen bytes ok")]
    [InlineData("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t")]
    [InlineData("\"\\u00e9\\uD83D\\uDE00\\u0000\"", "é😀\0")]
    [InlineData("\"é😀 and plain text after it\"", "é😀 and plain text after it")]
    public void Escapes_are_undone(string text, string expected)
    {
        Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.String()));
        Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.Utf8String().ToString()));
    }

    [Theory]
    [InlineData("\"\\ud800\"", "\uFFFD")]
    [InlineData("\"\\udc00x\"", "\uFFFDx")]
    [InlineData("\"\\ud800\\ud83d\\ude00\"", "\uFFFD😀")]
    [InlineData("\"\\ud800\\n\"", "\uFFFD\n")]
    public void A_lone_surrogate_becomes_the_replacement_character(string text, string expected)
    {
        Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.String()));
        Assert.Equal(expected, JsonReading.Read(text, (ref JsonBodyReader json) => json.Utf8String().ToString()));
    }

    [Fact]
    public void Strings_of_any_length_and_content_come_back_whole()
    {
        var random = new Random(42);
        string[] pieces = ["a", "bcdefgh", " ", "\"", "\\", "\n", "\u0001", "é", "漢", "😀", "0123456789abcdef"];
        for (var round = 0; round < 2_000; round++)
        {
            var expected = string.Concat(Enumerable.Range(0, random.Next(120)).Select(_ => pieces[random.Next(pieces.Length)]));
            var escaped = JsonSerializer.Serialize(expected);
            var plain = JsonSerializer.Serialize(expected, Relaxed);

            Assert.Equal(expected, JsonReading.Read(escaped, (ref JsonBodyReader json) => json.String()));
            Assert.Equal(expected, JsonReading.Read(plain, (ref JsonBodyReader json) => json.String()));
        }
    }

    /// <summary>Valid and invalid strings of the bytes and escapes that the vectorized code treats in different ways, at all positions.</summary>
    [Fact]
    public void Strings_are_read_as_System_Text_Json_reads_them()
    {
        string[] pieces = ["\\\"", "\\\"", "\\\"", "\\\\", "\\\\\\\"", "\\n", "\\/", "\\u0041", "a", "bc", "defg", "hijklmnop", "qrstuvwxyz012345", "é"];
        string[] rarePieces = ["\"", "\\", "\t", "\\x", "\\é", "\\\t"];
        foreach (var seed in FuzzTime.Seeds(20_000))
        {
            var random = new Random(seed);
            var text = new StringBuilder("\"");
            for (var count = random.Next(60); count > 0; count--)
            {
                text.Append(random.Next(200) == 0 ? rarePieces[random.Next(rarePieces.Length)] : pieces[random.Next(pieces.Length)]);
            }

            var body = Encoding.UTF8.GetBytes(text.Append('"').Append(' ', random.Next(20)).ToString());
            var expected = ReadExpected(body);
            string? actual = null;

            var exception = Record.Exception(() => actual = JsonReading.Read(body, (ref JsonBodyReader json) => json.String()));

            Assert.True(expected == actual && (exception is null or BodyFormatException), $"seed {seed}: {text}");
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("-1.50e3")]
    [InlineData("12345678901234567890123")]
    [InlineData("true")]
    [InlineData("false")]
    public void A_number_or_a_boolean_becomes_its_text(string text)
    {
        Assert.Equal(text, JsonReading.Member(text, (ref JsonBodyReader json) => json.String()));
        Assert.Equal(text, JsonReading.Member(text, (ref JsonBodyReader json) => json.Utf8String().ToString()));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"a":["b",null,{}]}""")]
    public void What_has_no_text_is_left_out(string text)
    {
        JsonReading.Omits(text, (ref JsonBodyReader json) => json.String());
        JsonReading.Omits(text, (ref JsonBodyReader json) => json.Utf8String().ToString());
    }

    [Theory]
    [InlineData("\"\"", "")]
    [InlineData("\"AAEC\"", "000102")]
    [InlineData("\"+\\/8=\"", "FBFF")]
    public void Base64_becomes_bytes(string text, string expected)
        => Assert.Equal(expected, Convert.ToHexString(JsonReading.Read(text, (ref JsonBodyReader json) => json.Blob()).Span));

    [Theory]
    [InlineData("\"A\"")]
    [InlineData("\"AA=A\"")]
    [InlineData("\"A*==\"")]
    [InlineData("\"-_8=\"")]
    [InlineData("1234")]
    [InlineData("[]")]
    public void What_is_not_base64_is_left_out(string text) => JsonReading.Omits(text, (ref JsonBodyReader json) => json.Blob().Length);

    [Fact]
    public void A_megabyte_is_read_like_a_word()
    {
        var expected = new StringBuilder().Insert(0, "ten bytes\t", 100_000).ToString();

        Assert.Equal(expected, JsonReading.Read(JsonSerializer.Serialize(expected), (ref JsonBodyReader json) => json.String()));
    }

    /// <summary>Reads a body that is a string; <see langword="null"/> if it is not valid.</summary>
    private static string? ReadExpected(byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            reader.Read();
            var value = reader.GetString();
            return reader.Read() ? null : value;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
