using System;
using System.Buffers;

namespace DataZoneGen.Core;

/// <summary>Validates HTTP tokens, such as header names and the parts of a user agent.</summary>
internal static class HttpToken
{
    private const string Symbols = "!#$%&'*+-.^_`|~";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create(Symbols + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a text has only characters that are allowed in a token.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters);

    /// <summary>Whether a character is allowed in a token. For single checks, which do not need the set of characters.</summary>
    public static bool Allows(char c) => char.IsAsciiLetterOrDigit(c) || Symbols.Contains(c, StringComparison.Ordinal);
}
