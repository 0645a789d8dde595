using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DataZoneGen.Wire;

/// <content>Headers. <see langword="null"/> values leave no trace.</content>
public sealed partial class RequestWriter
{
    /// <summary>Adds a header. Headers whose names differ in case only become one, with a comma between the values.</summary>
    /// <param name="name">The name, in lower case unless it comes from the caller.</param>
    /// <param name="value">The value; nothing is written for <see langword="null"/>.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">
    /// The name is none, or the value has a character other than printable ASCII: it could forge a header.
    /// </exception>
    public RequestWriter Header(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }

        ArgumentException.ThrowIfNullOrEmpty(name);
        if (!HttpToken.IsValid(name))
        {
            throw new ArgumentException("The name of a header has a character that is not allowed there.", nameof(name));
        }

        ThrowIfUnsafe(name, value);
        name = InLowerCase(name);
        if (name == ContentTypeHeader)
        {
            _contentType = value;
            return this;
        }

        foreach (ref var header in _headers.AsSpan(0, _headerCount))
        {
            if (header.Name == name)
            {
                // This is how Signature Version 4 has them; HttpClient would join them with a comma and a space.
                header = new RequestHeader(name, header.Value + "," + value);
                return this;
            }
        }

        if (_headerCount == _headers.Length)
        {
            Array.Resize(ref _headers, 2 * _headerCount);
        }

        _headers[_headerCount++] = new RequestHeader(name, value);
        return this;
    }

    /// <inheritdoc cref="Header(string, string?)"/>
    public RequestWriter Header(string name, int? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Header(string, string?)"/>
    public RequestWriter Header(string name, long? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Header(string, string?)"/>
    public RequestWriter Header(string name, bool? value) => Header(name, value is { } given ? (given ? "true" : "false") : null);

    /// <inheritdoc cref="Header(string, string?)"/>
    public RequestWriter Header(string name, float? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Header(string, string?)"/>
    public RequestWriter Header(string name, double? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a header.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="value">The value; nothing is written for <see langword="null"/>.</param>
    /// <param name="format">The form in which the service reads it.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Header(string name, DateTimeOffset? value, TimestampFormat format)
        => Header(name, value is { } given ? WireTimestamp.ToText(given, format) : null);

    /// <summary>Adds a header, unless there is one of that name.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="value">The value.</param>
    /// <returns>This writer.</returns>
    public RequestWriter DefaultHeader(string name, string value) => FindHeader(name) is null ? Header(name, value) : this;

    private static void ThrowIfUnsafe(string name, string value)
    {
        if (value.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"The value of the header '{name}' has a character other than printable ASCII.", nameof(value));
        }
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "Signatures cover header names in lower case.")]
    private static string InLowerCase(string name) => name.AsSpan().ContainsAnyInRange('A', 'Z') ? name.ToLowerInvariant() : name;
}
