using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataZoneGen.Generator.Plan.Docs;

/// <summary>
/// Converts the documentation of a model, which is plain text or HTML, to XML documentation: paragraphs and lists, with links and code. It
/// takes linear time even for malformed markup, because it runs inside the compiler.
/// </summary>
internal static class DocText
{
    private const int MaxEntityLength = 12;

    private const string ListStart = "<list ";

    /// <summary>Returns the paragraphs and lists, each one a line of well-formed XML; empty if there is no documentation.</summary>
    public static List<string> Paragraphs(string? documentation)
    {
        var blocks = new DocBlocks();
        new DocMarkup(documentation ?? "").ReadInto(blocks);
        return blocks.ToList();
    }

    /// <summary>Returns whether a paragraph is a list, which must not be inside a summary or another paragraph.</summary>
    public static bool IsList(string paragraph) => paragraph.StartsWith(ListStart, StringComparison.Ordinal);

    /// <summary>Escapes text for XML. Characters that XML does not allow become spaces.</summary>
    public static string Escape(string text)
    {
        StringBuilder? escaped = null;
        var end = Escape(ref escaped, text, 0, text.Length);
        return escaped is null ? text : escaped.Append(text, end, text.Length - end).ToString();
    }

    /// <summary>Escapes a part of a text.</summary>
    public static void Escape(StringBuilder output, string text, int start, int end)
    {
        var run = Escape(ref output!, text, start, end);
        output.Append(text, run, end - run);
    }

    /// <summary>Escapes a text up to the last character that XML does not contain as it is, and returns the position behind it.</summary>
    [MethodImpl(Jit.Optimize)]
    private static int Escape(ref StringBuilder? output, string text, int start, int end)
    {
        var run = start;
        for (var i = start; i < end; i++)
        {
            var escaped = text[i] switch
            {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                >= '\uD800' and <= '\uDFFF' => "?",
                _ => IsForbidden(text[i]) ? " " : null,
            };
            if (escaped is not null)
            {
                output ??= new StringBuilder(text.Length + escaped.Length);
                output.Append(text, run, i - run).Append(escaped);
                run = i + 1;
            }
        }

        return run;
    }

    /// <summary>Returns whether the character is white space or treated as white space.</summary>
    public static bool IsSpace(char c) => char.IsWhiteSpace(c) || IsForbidden(c);

    /// <summary>Returns whether XML or a C# comment cannot contain the character.</summary>
    private static bool IsForbidden(char c) => c is < ' ' or '\uFFFE' or '\uFFFF' or '\u2028' or '\u2029' or '\u0085';

    /// <summary>Replaces HTML entities with their characters: the named entities that AWS uses, and all numeric ones.</summary>
    public static string Decode(string text)
    {
        if (text.IndexOf('&') < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length; position++)
        {
            var end = text[position] == '&' ? text.IndexOf(';', position, Math.Min(MaxEntityLength, text.Length - position)) : -1;
            if (end > 0 && DecodeEntity(text.Substring(position + 1, end - position - 1)) is { } characters)
            {
                decoded.Append(characters);
                position = end;
            }
            else
            {
                decoded.Append(text[position]);
            }
        }

        return decoded.ToString();
    }

    private static string? DecodeEntity(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        _ when name.StartsWith("#x", StringComparison.OrdinalIgnoreCase) => DecodeCharacter(name.Substring(2), NumberStyles.AllowHexSpecifier),
        _ when name.StartsWith("#", StringComparison.Ordinal) => DecodeCharacter(name.Substring(1), NumberStyles.None),
        _ => null,
    };

    private static string? DecodeCharacter(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF
            ? char.ConvertFromUtf32(code)
            : null;
}
