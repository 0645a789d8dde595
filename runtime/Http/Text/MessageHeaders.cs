using System;
using System.Net.Http.Headers;

namespace DataZoneGen.Core;

/// <summary>
/// Adds headers to an outgoing message. No other code does: a line break in a name or a value would begin another header, so each header that is
/// sent is checked here, wherever it comes from.
/// </summary>
internal static class MessageHeaders
{
    /// <summary>Adds a header. .NET keeps headers of the content apart, and ignores those that belong to the other collection.</summary>
    /// <param name="headers">The headers of the message or of its content.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name or the value cannot be sent. The message does not repeat the value.</exception>
    public static void Add(HttpHeaders headers, string name, string value)
    {
        // .NET compares each name with the characters of a token, and adds none that has others.
        if (!IsValidValue(value) || !headers.TryAddWithoutValidation(name, value))
        {
            ThrowIfInvalid(name, value);
        }
    }

    /// <summary>Adds a header that was checked when it was made.</summary>
    public static void Add(HttpHeaders headers, CheckedHeader header) => headers.TryAddWithoutValidation(header.Name, header.Value);

    /// <summary>Refuses a header that cannot be sent.</summary>
    /// <exception cref="ArgumentException">The name is not an HTTP token, or the value has a character other than printable ASCII.</exception>
    public static void ThrowIfInvalid(string name, string value)
    {
        if (!IsValidName(name))
        {
            throw new ArgumentException("The name of a header is empty or has a character that is not allowed there.", nameof(name));
        }

        if (!IsValidValue(value))
        {
            throw new ArgumentException($"The value of the header '{name}' has a character other than printable ASCII.", nameof(value));
        }
    }

    /// <summary>Whether a text is the name of a header: an HTTP token.</summary>
    public static bool IsValidName(ReadOnlySpan<char> name) => !name.IsEmpty && HttpToken.IsValid(name);

    /// <summary>Whether a text can be the value of a header: printable ASCII, blanks included. Line breaks and other control characters are not.</summary>
    public static bool IsValidValue(ReadOnlySpan<char> value) => !value.ContainsAnyExceptInRange(' ', '~');

    /// <summary>Whether a text can be a token or a key within a header's value: not empty, no blanks, and only characters that can be sent.</summary>
    public static bool IsValidCredential(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('!', '~');
}

/// <summary>A header that is the same in many messages, so that it is checked once.</summary>
internal readonly struct CheckedHeader
{
    /// <exception cref="ArgumentException">The name or the value cannot be sent.</exception>
    public CheckedHeader(string name, string value)
    {
        MessageHeaders.ThrowIfInvalid(name, value);
        (Name, Value) = (name, value);
    }

    public string Name { get; }

    public string Value { get; }
}
