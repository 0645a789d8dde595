using System;
using System.Linq;
using System.Text;
using System.Text.Json;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Tests.Robustness;

namespace DataZoneGen.Generator.Tests.Json;

public sealed class JsonParserFuzzTests
{
    private const string Seedling = """
        {
          "metadata": {"serviceId": "Widgets", "min": -1.5e3, "flags": [true, false, null]},
          "text": "\u00e9\n\\ \"quoted\" \ud83d\ude00", "empty": {}, "list": [[], [1, 2, 0]]
        }
        """;

    private static readonly string[] Tokens =
        ["{", "}", "[", "]", ",", ":", "\"", "\"a\"", "1", "-", "0", ".5", "e", "E+", "true", "null", "\\", "\\u00", "\\ud83d", " ", "\n", "\0", "\uFEFF", "é"];

    [Fact]
    public void Any_bytes_give_a_node_or_an_error_position() => Try(20_000, static random =>
    {
        var bytes = new byte[random.Next(40)];
        random.NextBytes(bytes);
        return Encoding.UTF8.GetString(bytes);
    });

    [Fact]
    public void Any_sequence_of_tokens_gives_a_node_or_an_error_position() => Try(20_000, static random =>
        string.Concat(Enumerable.Range(0, random.Next(1, 12)).Select(_ => Tokens[random.Next(Tokens.Length)])));

    [Fact]
    public void Any_corrupted_document_gives_a_node_or_an_error_position() => Try(10_000, static random => Mutations.Of(Seedling, random));

    /// <summary>Parses the text and compares the result with that of .NET's reader.</summary>
    private static void Try(int count, Func<Random, string> create)
    {
        foreach (var seed in FuzzTime.Seeds(count))
        {
            var text = create(new Random(seed));
            var error = Error(text);
            var isJson = IsJson(text);
            Assert.True(isJson == (error is null), "Seed " + seed + ": " + (error ?? "accepted") + "\n" + text);
        }
    }

    private static string? Error(string text)
    {
        try
        {
            Assert.NotNull(JsonParser.Parse(text));
            return null;
        }
        catch (JsonParseException exception)
        {
            Assert.InRange(exception.Offset, 0, text.Length);
            return exception.Message;
        }
    }

    private static bool IsJson(string text)
    {
        if (text.StartsWith('\uFEFF'))
        {
            text = text[1..];
        }

        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = JsonParser.MaxDepth });
            return HasWholeStrings(document.RootElement);
        }
        catch (JsonException)
        {
            return false;
        }
        catch (ArgumentException)
        {
            // Text with an unpaired surrogate cannot be encoded in UTF-8 for .NET's reader.
            return false;
        }
    }

    /// <summary>.NET finds an escaped unpaired surrogate only when the string is read.</summary>
    private static bool HasWholeStrings(JsonElement element)
    {
        try
        {
            return element.ValueKind switch
            {
                JsonValueKind.Object => element.EnumerateObject().All(static member => member.Name is not null && HasWholeStrings(member.Value)),
                JsonValueKind.Array => element.EnumerateArray().All(HasWholeStrings),
                JsonValueKind.String => element.GetString() is not null,
                _ => true,
            };
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
