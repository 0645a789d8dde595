using System;
using System.Diagnostics.CodeAnalysis;

namespace DataZoneGen.Core;

/// <summary>
/// Makes what a service or a server says fit for a log line, a tag or the message of an exception: no character that could end a line or hide text, and
/// a length that is bounded. Takes no memory where there is nothing to change.
/// </summary>
internal static class SafeText
{
    /// <summary>The most characters of a name or an id. The longest that AWS sends, S3's extended request ids, have some 120.</summary>
    public const int MaxIdentifierLength = 256;

    /// <summary>The most characters of a sentence.</summary>
    public const int MaxMessageLength = 4096;

    private const char Replacement = '?';
    private const string Ellipsis = "…";

    /// <summary>An error code, a request id or the like: anything but printable ASCII is replaced by a question mark.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Identifier(string? text)
    {
        if (text is null || (text.Length <= MaxIdentifierLength && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')))
        {
            return text;
        }

        return string.Create(Math.Min(text.Length, MaxIdentifierLength), text, static (safe, text) =>
        {
            for (var i = 0; i < safe.Length; i++)
            {
                safe[i] = text[i] is >= ' ' and <= '~' ? text[i] : Replacement;
            }
        });
    }

    /// <summary>A sentence: control characters, line breaks among them, become blanks.</summary>
    public static string Message(string text)
    {
        var isCut = text.Length > MaxMessageLength;
        var start = 0;
        while (start < text.Length && !IsUnsafe(text[start]))
        {
            start++;
        }

        if (start == text.Length && !isCut)
        {
            return text;
        }

        var safe = text.AsSpan(0, Math.Min(text.Length, MaxMessageLength)).ToArray();
        for (var i = start; i < safe.Length; i++)
        {
            safe[i] = IsUnsafe(safe[i]) ? ' ' : safe[i];
        }

        var length = isCut && char.IsHighSurrogate(safe[^1]) ? safe.Length - 1 : safe.Length;
        return string.Concat(safe.AsSpan(0, length), isCut ? Ellipsis : "");
    }

    // Besides control characters: line and paragraph separators, and what changes the direction of text.
    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
