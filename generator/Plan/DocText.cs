using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace DataZoneGen.Generator.Plan;

/// <summary>
/// Turns a model's documentation, plain text or AWS's HTML, into paragraphs of XML documentation. One pass over the text, whatever
/// is wrong with its markup: it runs inside the compiler.
/// </summary>
internal static class DocText
{
    private const int LongestEntity = 12;

    private static readonly HashSet<string> ParagraphTags = new(StringComparer.OrdinalIgnoreCase)
    {
        "p", "br", "div", "note", "important", "ul", "ol", "li", "dl", "dt", "dd", "table", "tr", "h1", "h2", "h3", "h4", "h5", "h6",
    };

    /// <summary>The paragraphs, without markup, ready to stand in XML. Empty for no documentation.</summary>
    public static IReadOnlyList<string> Paragraphs(string? documentation)
    {
        var paragraphs = new List<string>();
        var text = new StringBuilder();
        var scanner = new Scanner(documentation ?? "");
        while (scanner.Next(text) is { } isBreak)
        {
            if (isBreak)
            {
                End(paragraphs, text);
            }
        }

        End(paragraphs, text);
        return paragraphs;
    }

    /// <summary>Text as it may stand in XML: the three characters escaped, those that XML forbids dropped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case < ' ' or '\uFFFE' or '\uFFFF' or '\u2028' or '\u2029' or '\u0085': escaped.Append(' '); break;
                default: escaped.Append(char.IsSurrogate(c) ? '?' : c); break;
            }
        }

        return escaped.ToString();
    }

    /// <summary>Adds what was gathered as a paragraph; a single character is what markup left over.</summary>
    private static void End(List<string> paragraphs, StringBuilder text)
    {
        var words = Decode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var paragraph = string.Join(" ", words);
        if (paragraph.Length > 1)
        {
            paragraphs.Add(Escape(paragraph));
        }

        text.Clear();
    }

    /// <summary>Replaces HTML's entities by their characters: those that AWS's texts use by name, any by number.</summary>
    private static string Decode(string text)
    {
        if (text.IndexOf('&') < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        for (var position = 0; position < text.Length; position++)
        {
            var end = text[position] == '&' ? text.IndexOf(';', position, Math.Min(LongestEntity, text.Length - position)) : -1;
            if (end > 0 && Entity(text.Substring(position + 1, end - position - 1)) is { } characters)
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

    private static string? Entity(string name) => name switch
    {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        "nbsp" => " ",
        _ when name.StartsWith("#x", StringComparison.OrdinalIgnoreCase) => Character(name.Substring(2), NumberStyles.AllowHexSpecifier),
        _ when name.StartsWith("#", StringComparison.Ordinal) => Character(name.Substring(1), NumberStyles.None),
        _ => null,
    };

    private static string? Character(string digits, NumberStyles style) =>
        int.TryParse(digits, style, CultureInfo.InvariantCulture, out var code) && code is > 0 and < 0xD800 or > 0xDFFF and <= 0x10FFFF
            ? char.ConvertFromUtf32(code)
            : null;

    private struct Scanner(string text)
    {
        private int _position;

        // Once an end is not found it is not looked for again, or a text of many beginnings would take quadratic time.
        private bool _hasNoTagEnd;
        private bool _hasNoCommentEnd;

        /// <summary>Takes one piece: text goes to <paramref name="output"/>. Answers whether a paragraph ends here, null at the end of the text.</summary>
        public bool? Next(StringBuilder output)
        {
            if (_position >= text.Length)
            {
                return null;
            }

            var c = text[_position];
            if (c == '<' && Markup() is { } isBreak)
            {
                return isBreak;
            }

            if (c == '\n')
            {
                output.Append(' ');
                return IsEmptyLine();
            }

            output.Append(c);
            _position++;
            return false;
        }

        /// <summary>Skips a comment or a tag; null when there is none, so that the bracket is text.</summary>
        private bool? Markup()
        {
            if (string.CompareOrdinal(text, _position, "<!--", 0, 4) == 0)
            {
                return Skip("-->", ref _hasNoCommentEnd) ? false : null;
            }

            var start = _position + 1;
            if (start < text.Length && text[start] == '/')
            {
                start++;
            }

            var end = start;
            while (end < text.Length && text[end] is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                end++;
            }

            return end > start && !char.IsDigit(text[start]) && Skip(">", ref _hasNoTagEnd) ? ParagraphTags.Contains(text.Substring(start, end - start)) : null;
        }

        private bool Skip(string close, ref bool hasNone)
        {
            var at = hasNone ? -1 : text.IndexOf(close, _position, StringComparison.Ordinal);
            hasNone = at < 0;
            _position = at < 0 ? _position : at + close.Length;
            return at >= 0;
        }

        /// <summary>Skips white space from a line break on; answers whether there was another line break in it.</summary>
        private bool IsEmptyLine()
        {
            var breaks = 0;
            for (; _position < text.Length && char.IsWhiteSpace(text[_position]); _position++)
            {
                breaks += text[_position] == '\n' ? 1 : 0;
            }

            return breaks > 1;
        }
    }
}
