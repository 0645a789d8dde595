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

    /// <summary>Adds a header of a message that was received. One that .NET does not accept is ignored.</summary>
    public static void AddReceived(HttpHeaders headers, string name, string value) => headers.TryAddWithoutValidation(name, value);

    /// <summary>Whether .NET accepts a header only in the headers of the content.</summary>
    /// <param name="name">The name in lowercase.</param>
    public static bool IsContentHeader(string name) => name is
        "allow" or "content-disposition" or "content-encoding" or "content-language" or "content-location" or
        "content-md5" or "content-range" or "expires" or "last-modified";

    /// <summary>Finds the value of a header, with several values joined by a comma and a space; <see langword="null"/> if there is none.</summary>
    /// <param name="message">The headers of the message.</param>
    /// <param name="content">The headers of its content; <see langword="null"/> if it has none.</param>
    /// <param name="name">The name, in any case.</param>
    public static string? Find(HttpHeaders message, HttpHeaders? content, string name) =>
        message.NonValidated.TryGetValues(name, out var values) || (content is not null && content.NonValidated.TryGetValues(name, out values))
            ? values.ToString()
            : null;

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
