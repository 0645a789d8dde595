using System;
using System.Linq;
using DataZoneGen.Generator.Json;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Json;

public sealed class JsonParserTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(" \t\r\n{ \"a\" : [ 1 , { } , \"x\" ] }\n")]
    [InlineData("\"text\"")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[0, -0, 10, -1.5, 1e5, 1E+5, 2.25e-7]")]
    [InlineData("[\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"]")]
    [InlineData("[\"\u007F\u0080\u2028é日本\uD83D\uDE00\"]")]
    public void Well_formed_text_is_read(string text) => Assert.NotNull(JsonParser.Parse(text));

    [Theory]
    [InlineData("", 0, "expected a value but found the end of the file")]
    [InlineData("  ", 2, "expected a value but found the end of the file")]
    [InlineData("{", 1, "expected a member name in double quotes but found the end of the file")]
    [InlineData("{\"a\"", 4, "expected ':' after a member name but found the end of the file")]
    [InlineData("{\"a\":1", 6, "expected ',' or '}' but found the end of the file")]
    [InlineData("{\"a\":1,}", 7, "expected a member name in double quotes but found '}'")]
    [InlineData("{'a':1}", 1, "expected a member name in double quotes but found '''")]
    [InlineData("{a:1}", 1, "expected a member name in double quotes but found 'a'")]
    [InlineData("{\"a\" 1}", 5, "expected ':' after a member name but found '1'")]
    [InlineData("[1 2]", 3, "expected ',' or ']' but found '2'")]
    [InlineData("[1,]", 3, "expected a value but found ']'")]
    [InlineData("[1]]", 3, "expected the end of the file but found ']'")]
    [InlineData("{} {}", 3, "expected the end of the file but found '{'")]
    [InlineData("[1] // no comments", 4, "expected the end of the file but found '/'")]
    [InlineData("tru", 0, "expected a value but found 't'")]
    [InlineData("True", 0, "expected a value but found 'T'")]
    [InlineData("NaN", 0, "expected a value but found 'N'")]
    [InlineData("+1", 0, "expected a value but found '+'")]
    [InlineData("-", 1, "expected a digit but found the end of the file")]
    [InlineData("01", 1, "expected the end of the file but found '1'")]
    [InlineData("1.", 2, "expected a digit but found the end of the file")]
    [InlineData(".5", 0, "expected a value but found '.'")]
    [InlineData("1e", 2, "expected a digit but found the end of the file")]
    [InlineData("0x10", 1, "expected the end of the file but found 'x'")]
    [InlineData("[\"abc]", 1, "unterminated string")]
    [InlineData("[\"a\nb\"]", 3, "a control character inside a string must be escaped")]
    [InlineData("[\"a\tb\"]", 3, "a control character inside a string must be escaped")]
    [InlineData("[\"a\\x\"]", 3, "invalid escape sequence")]
    [InlineData("[\"\\u12G4\"]", 2, "invalid escape sequence")]
    [InlineData("[\"\\u12", 2, "invalid escape sequence")]
    [InlineData("[\"\\", 2, "invalid escape sequence")]
    [InlineData("[\u00A01]", 1, "expected a value but found '\u00A0'")]
    [InlineData("[\0]", 1, "expected a value but found U+0000")]
    [InlineData("{}\0", 2, "expected the end of the file but found U+0000")]
    [InlineData("\uFEFF\uFEFF{}", 1, "expected a value but found '\uFEFF'")]
    public void Malformed_text_is_rejected_at_the_position_of_the_error(string text, int offset, string message)
    {
        var exception = Assert.Throws<JsonParseException>(() => JsonParser.Parse(text));

        Assert.Equal((offset, message), (exception.Offset, exception.Message));
    }

    [Theory]
    [InlineData("\"\\ud800\"", 1)]
    [InlineData("\"ab\\udc00\"", 3)]
    [InlineData("\"\\ud800\\ud800\"", 1)]
    public void An_unpaired_surrogate_is_rejected_because_no_wire_name_can_contain_it(string text, int offset)
    {
        var exception = Assert.Throws<JsonParseException>(() => JsonParser.Parse(text));

        Assert.Equal((offset, "unpaired surrogate"), (exception.Offset, exception.Message));
    }

    [Fact]
    public void An_unescaped_unpaired_surrogate_is_rejected_too() =>
        Assert.Equal(3, Assert.Throws<JsonParseException>(() => JsonParser.Parse("[\"x\uD800\"]")).Offset);

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_text() => Assert.IsType<JsonObject>(JsonParser.Parse("\uFEFF{}"));

    [Fact]
    public void Nesting_is_allowed_up_to_the_limit()
    {
        var node = JsonParser.Parse(Nested(JsonParser.MaxDepth));

        Assert.IsType<JsonArray>(node);
    }

    [Theory]
    [InlineData(JsonParser.MaxDepth + 1)]
    [InlineData(1_000_000)]
    public void Deeper_nesting_is_rejected_before_the_stack_overflows(int depth)
    {
        var exception = Assert.Throws<JsonParseException>(() => JsonParser.Parse(Nested(depth)));

        Assert.Equal((JsonParser.MaxDepth, "nested more than 256 levels deep"), (exception.Offset, exception.Message));
    }

    [Fact]
    public void Siblings_do_not_count_as_nesting() =>
        Assert.Equal(1000, Array("[" + string.Join(",", Enumerable.Repeat("[[]]", 1000)) + "]").Items.Count);

    [Fact]
    public void Escapes_are_decoded()
    {
        var text = Assert.IsType<JsonString>(JsonParser.Parse("""  "\"\\\/\b\f\n\r\t\u0041\ud83d\ude00z"  """));

        Assert.Equal("\"\\/\b\f\n\r\tA\uD83D\uDE00z", text.Value);
    }

    [Fact]
    public void A_number_keeps_its_text() =>
        Assert.Equal("-12345678901234567890.50e+400", Assert.IsType<JsonNumber>(JsonParser.Parse("-12345678901234567890.50e+400")).Text);

    [Fact]
    public void The_last_of_several_members_with_one_name_is_used()
    {
        var node = Object("""{"a": 1, "b": 2, "a": 3}""");

        Assert.Equal("3", Assert.IsType<JsonNumber>(node["a"]).Text);
        Assert.Equal(3, node.Members.Count);
        Assert.Null(node["c"]);
    }

    [Fact]
    public void Every_node_knows_its_line_and_column()
    {
        const string Text = "{\r\n  \"a\": [\r\n    true,\r\n    {\"b\": \"x\\ty\"}\r\n  ],\n\t\"c\": -1.5\n}";
        var lines = SourceText.From(Text).Lines;
        string SourceLocation(TextSpan span) => lines.GetLinePositionSpan(span).ToString();

        var root = Object(Text);
        var list = Assert.IsType<JsonArray>(root["a"]);
        var inner = Assert.IsType<JsonObject>(list.Items[1]);

        Assert.Equal("(0,0)-(6,1)", SourceLocation(root.Span));
        Assert.Equal("(1,2)-(1,5)", SourceLocation(root.Members[0].NameSpan));
        Assert.Equal("(1,7)-(4,3)", SourceLocation(list.Span));
        Assert.Equal("(2,4)-(2,8)", SourceLocation(list.Items[0].Span));
        Assert.Equal("(3,4)-(3,17)", SourceLocation(inner.Span));
        Assert.Equal("(3,5)-(3,8)", SourceLocation(inner.Members[0].NameSpan));
        Assert.Equal("(3,10)-(3,16)", SourceLocation(inner["b"]!.Span));
        Assert.Equal("(5,6)-(5,10)", SourceLocation(root["c"]!.Span));
    }

    [Theory]
    [InlineData("{}", "an object")]
    [InlineData("[]", "an array")]
    [InlineData("\"\"", "a string")]
    [InlineData("1", "a number")]
    [InlineData("false", "a boolean")]
    [InlineData("null", "null")]
    public void A_node_describes_its_kind(string text, string description) => Assert.Equal(description, JsonParser.Parse(text).Description);

    [Fact]
    public void Reading_stops_when_it_is_no_longer_wanted()
    {
        using var cancellation = new System.Threading.CancellationTokenSource();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => JsonParser.Parse("{}", cancellation.Token));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static JsonObject Object(string text) => Assert.IsType<JsonObject>(JsonParser.Parse(text));

    private static JsonArray Array(string text) => Assert.IsType<JsonArray>(JsonParser.Parse(text));
}
