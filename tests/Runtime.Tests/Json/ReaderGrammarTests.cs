using System;
using System.IO;
using System.Linq;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Json;

public class ReaderGrammarTests
{
    private const string Sample =
        """{"name":"caf\u00e9 \ud83d\ude00 ünï","list":[1,-2.5e+3,null,{"deep":[[true,false]]}],"map":{"k\"ey":"v\\","":0}, "at" : 1767323045.678 }""";

    [Theory]
    [InlineData("{}")]
    [InlineData("\uFEFF{}")]
    [InlineData("\uFEFF []")]
    [InlineData("[]")]
    [InlineData(" \t\r\n{ } ")]
    [InlineData("null")]
    [InlineData("true")]
    [InlineData("\"\"")]
    [InlineData("0")]
    [InlineData("-0")]
    [InlineData("-0.0e-1")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1E400")]
    [InlineData("[1,2 , 3]")]
    [InlineData("""{"a":{"b":[{}]},"a":null}""")]
    [InlineData("\"\\u0000\\ud800\\\"\\\\\\/\\b\\f\\n\\r\\t\"")]
    [InlineData("\"\u007F\uFFFF\U0010FFFE\"")]
    [InlineData(Sample)]
    public void Accepts_what_is_JSON(string text) => JsonReading.Skip(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("[1,]")]
    [InlineData("[,1]")]
    [InlineData("[1 2]")]
    [InlineData("""{"a":1,}""")]
    [InlineData("""{"a" 1}""")]
    [InlineData("""{a:1}""")]
    [InlineData("""{"a":}""")]
    [InlineData("""{"a":1]""")]
    [InlineData("{}{}")]
    [InlineData("{} x")]
    [InlineData("nul")]
    [InlineData("nulll")]
    [InlineData("True")]
    [InlineData("NaN")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("-01")]
    [InlineData("+1")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("1.e3")]
    [InlineData("1e")]
    [InlineData("1e+")]
    [InlineData("0x1")]
    [InlineData("'a'")]
    [InlineData("\"a")]
    [InlineData("\"\\\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12g4\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"a\0b\"")]
    [InlineData("/* */{}")]
    [InlineData("\u00A01")]
    [InlineData("\uFEFF")]
    [InlineData("\uFEFF\uFEFF{}")]
    [InlineData(" \uFEFF{}")]
    public void Rejects_what_is_not_JSON(string text)
        => Assert.Throws<BodyFormatException>(() => JsonReading.Skip(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0xC0, 0xAF })]
    [InlineData(new byte[] { 0xE2, 0x82 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80 })]
    [InlineData(new byte[] { 0xF5, 0x80, 0x80, 0x80 })]
    public void Rejects_strings_that_are_not_UTF_8(byte[] bytes)
    {
        byte[] body = [(byte)'"', (byte)'a', .. bytes, (byte)'"'];

        Assert.Throws<BodyFormatException>(() => JsonReading.Skip(body));
        Assert.Throws<BodyFormatException>(() => JsonReading.Read(body, (ref JsonBodyReader json) => json.String()));
    }

    [Fact]
    public void Reads_128_levels_and_no_more()
    {
        JsonReading.Skip(Nested(128));

        var exception = Assert.Throws<BodyFormatException>(() => JsonReading.Skip(Nested(129)));
        Assert.Equal(128, exception.BytePosition);

        static byte[] Nested(int depth) => Encoding.UTF8.GetBytes(new string('[', depth) + new string(']', depth));
    }

    [Fact]
    public void A_hundred_thousand_brackets_do_not_overflow_the_stack()
        => Assert.Throws<BodyFormatException>(() => JsonReading.Skip(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("[{\"\":", 100_000)))));

    [Fact]
    public void A_body_that_ends_early_is_malformed_wherever_it_ends()
    {
        var whole = Encoding.UTF8.GetBytes(Sample);
        for (var length = 0; length < whole.Length; length++)
        {
            var part = whole[..length];
            Assert.Throws<BodyFormatException>(() => JsonReading.Skip(part));
            Assert.Throws<BodyFormatException>(() => JsonReading.Read(part, (ref JsonBodyReader json) => SampleReading.Read(ref json)));
        }
    }

    [Fact]
    public void Damaged_bodies_end_in_a_value_or_a_format_error()
    {
        var random = new Random(20261120);
        var whole = Encoding.UTF8.GetBytes(Sample);
        for (var round = 0; round < 20_000; round++)
        {
            var damaged = whole.ToArray();
            for (var damage = random.Next(1, 5); damage > 0; damage--)
            {
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
            }

            damaged = random.Next(3) == 0 ? damaged[..random.Next(damaged.Length)] : damaged;
            SampleReading.ValueOrFormatError(damaged);
        }
    }

    [SuiteFact("conformance/json")]
    public void Agrees_with_the_JSON_test_suite()
    {
        foreach (var file in Directory.EnumerateFiles(Suites.PathOf("conformance/json")!, "*.json"))
        {
            var body = File.ReadAllBytes(file);
            var accepted = SampleReading.Accepts(body);
            var name = Path.GetFileName(file);
            if (name[0] != 'i')
            {
                Assert.True(accepted == (name[0] == 'y'), name);
            }
        }
    }
}
