using System;
using System.Buffers;

namespace DataZoneGen.Core;

/// <summary>What HTTP calls a token: names of headers are tokens, and so are the words of a user agent.</summary>
internal static class HttpToken
{
    private const string Symbols = "!#$%&'*+-.^_`|~";

    private static readonly SearchValues<char> Characters =
        SearchValues.Create(Symbols + "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>Whether a text has no other characters.</summary>
    public static bool IsValid(ReadOnlySpan<char> text) => !text.ContainsAnyExcept(Characters);

    /// <summary>Whether a character may stand in a token. For those who ask once, and need not have the set made for it.</summary>
    public static bool Allows(char c) => char.IsAsciiLetterOrDigit(c) || Symbols.Contains(c, StringComparison.Ordinal);
}
