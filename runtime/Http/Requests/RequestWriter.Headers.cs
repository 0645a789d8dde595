using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Headers. <see langword="null"/> values leave no trace.</content>
public sealed partial class RequestWriter
{
    /// <summary>The header with the hash of the body.</summary>
    internal const string PayloadHashHeader = "x-amz-content-sha256";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>Adds a header. Headers whose names differ in case only become one, with a comma between the values.</summary>
    /// <param name="name">The name, in lower case unless it comes from the caller.</param>
    /// <param name="value">The value; nothing is written for <see langword="null"/>.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">
    /// The name is not an HTTP token, the value has a character other than printable ASCII, or the header is the hash of the body and the value
    /// is not a SHA-256 hash.
    /// </exception>
    public RequestWriter Header(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }

        ArgumentNullException.ThrowIfNull(name);
        MessageHeaders.ThrowIfInvalid(name, value);
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

        if (name == PayloadHashHeader)
        {
            SetPayloadHash(value);
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

    /// <summary>The hash of the body, where the model has callers give it, stands for the body in the signature.</summary>
    private void SetPayloadHash(string value)
    {
        if (value.Length != 2 * SHA256.HashSizeInBytes || value.AsSpan().ContainsAnyExcept(HexDigits))
        {
            throw new ArgumentException($"The header '{PayloadHashHeader}' is the SHA-256 hash of the body: 64 hexadecimal digits.", nameof(value));
        }

        PayloadHash = value;
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "Signatures cover header names in lower case.")]
    private static string InLowerCase(string name) => name.AsSpan().ContainsAnyInRange('A', 'Z') ? name.ToLowerInvariant() : name;
}
