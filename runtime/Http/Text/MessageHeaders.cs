using System;
using System.Net.Http.Headers;

namespace DataZoneGen.Core;

/// <summary>
/// Adds headers to messages, and validates each of them: a line break in a name or a value would start another header. No other code adds headers to
/// a message.
/// </summary>
internal static class MessageHeaders
{
    /// <summary>Adds a header. A header that belongs to the other collection (message or content) is ignored.</summary>
    /// <param name="headers">The headers of the message or of its content.</param>
    /// <param name="name">The name.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">The name or the value is not valid. The exception message does not quote the value.</exception>
    public static void Add(HttpHeaders headers, string name, string value)
    {
        // TryAddWithoutValidation rejects names that are not HTTP tokens.
        if (!IsValidValue(value) || !headers.TryAddWithoutValidation(name, value))
        {
            ThrowIfInvalid(name, value);
        }
    }

    /// <summary>Adds a header that has already been validated.</summary>
    public static void Add(HttpHeaders headers, ValidatedHeader header) => headers.TryAddWithoutValidation(header.Name, header.Value);

    /// <summary>Throws if a header is not valid.</summary>
    /// <exception cref="ArgumentException">The name is not an HTTP token, or the value has a character other than printable ASCII.</exception>
    public static void ThrowIfInvalid(string name, string value)
    {
        if (!IsValidName(name))
        {
            throw new ArgumentException("The name of a header is empty or has a character that is not allowed.", nameof(name));
        }

        if (!IsValidValue(value))
        {
            throw new ArgumentException($"The value of the header '{name}' has a character other than printable ASCII.", nameof(value));
        }
    }

    /// <summary>Whether a text is a valid header name: an HTTP token.</summary>
    public static bool IsValidName(ReadOnlySpan<char> name) => !name.IsEmpty && HttpToken.IsValid(name);

    /// <summary>Whether a text is a valid header value: printable ASCII, including spaces.</summary>
    public static bool IsValidValue(ReadOnlySpan<char> value) => !value.ContainsAnyExceptInRange(' ', '~');

    /// <summary>Whether a text is valid as a token or key in a header: printable ASCII without spaces, and not empty.</summary>
    public static bool IsValidCredential(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('!', '~');
}

/// <summary>A header that is the same in many messages, so that it is validated only once.</summary>
internal readonly struct ValidatedHeader
{
    /// <exception cref="ArgumentException">The name or the value is not valid.</exception>
    public ValidatedHeader(string name, string value)
    {
        MessageHeaders.ThrowIfInvalid(name, value);
        (Name, Value) = (name, value);
    }

    public string Name { get; }

    public string Value { get; }
}
