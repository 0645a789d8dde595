using System;
using System.Diagnostics.CodeAnalysis;

namespace DataZoneGen.Core;

/// <summary>
/// Sanitizes texts from a service or a server for log messages, tags and exception messages: replaces characters that could end a line or hide text, and
/// limits the length. Allocates nothing if the text needs no change.
/// </summary>
internal static class SafeText
{
    /// <summary>The maximum length of a name or an id. The longest ones of AWS, extended request ids of S3, have some 120 characters.</summary>
    public const int MaxIdentifierLength = 256;

    /// <summary>The maximum length of a message.</summary>
    public const int MaxMessageLength = 4096;

    private const char Replacement = '?';
    private const string Ellipsis = "…";

    /// <summary>Sanitizes an identifier, such as an error code or a request id: characters other than printable ASCII are replaced by question marks.</summary>
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

    /// <summary>Sanitizes a message: control characters, such as line breaks, are replaced by spaces.</summary>
    public static string Message(string text)
    {
        var isTruncated = text.Length > MaxMessageLength;
        var start = 0;
        while (start < text.Length && !IsUnsafe(text[start]))
        {
            start++;
        }

        if (start == text.Length && !isTruncated)
        {
            return text;
        }

        var safe = text.AsSpan(0, Math.Min(text.Length, MaxMessageLength)).ToArray();
        for (var i = start; i < safe.Length; i++)
        {
            safe[i] = IsUnsafe(safe[i]) ? ' ' : safe[i];
        }

        var length = isTruncated && char.IsHighSurrogate(safe[^1]) ? safe.Length - 1 : safe.Length;
        return string.Concat(safe.AsSpan(0, length), isTruncated ? Ellipsis : "");
    }

    // Control characters, line and paragraph separators, and characters that change the text direction.
    private static bool IsUnsafe(char c) => char.IsControl(c) || c is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');
}
