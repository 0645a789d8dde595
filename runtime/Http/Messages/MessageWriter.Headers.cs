using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Headers. A value of <see langword="null"/> writes no header.</content>
public abstract partial class MessageWriter<TWriter>
{
    /// <summary>Adds a header. Values of the same case-insensitive name are joined by commas.</summary>
    /// <param name="name">The name, in lowercase unless it comes from the caller.</param>
    /// <param name="value">The value; <see langword="null"/> writes no header.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">
    /// The name is not an HTTP token, the value has a character other than printable ASCII, or the header requires another value.
    /// </exception>
    public TWriter Header(string name, string? value)
    {
        if (value is null)
        {
            return This;
        }

        ArgumentNullException.ThrowIfNull(name);
        MessageHeaders.ThrowIfInvalid(name, value);
        name = ToLowerCase(name);
        if (name == ContentTypeHeader)
        {
            _contentType = value;
            return This;
        }

        foreach (ref var header in Headers)
        {
            if (header.Name == name)
            {
                // Signature Version 4 joins values with a comma; HttpClient would use a comma and a space.
                header = new RequestHeader(name, header.Value + "," + value);
                return This;
            }
        }

        OnHeader(name, value);
        if (_headerCount == _headers.Length)
        {
            Array.Resize(ref _headers, 2 * _headerCount);
        }

        _headers[_headerCount++] = new RequestHeader(name, value);
        return This;
    }

    /// <inheritdoc cref="Header(string, string?)"/>
    public TWriter Header(string name, int? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Header(string, string?)"/>
    public TWriter Header(string name, long? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Header(string, string?)"/>
    public TWriter Header(string name, bool? value) => Header(name, value is { } boolean ? (boolean ? "true" : "false") : null);

    /// <inheritdoc cref="Header(string, string?)"/>
    public TWriter Header(string name, float? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="Header(string, string?)"/>
    public TWriter Header(string name, double? value) => Header(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a header.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <param name="value">The value; <see langword="null"/> writes no header.</param>
    /// <param name="format">The timestamp format.</param>
    /// <returns>This writer.</returns>
    public TWriter Header(string name, DateTimeOffset? value, TimestampFormat format)
        => Header(name, value is { } timestamp ? WireTimestamp.ToText(timestamp, format) : null);

    /// <summary>Adds a header, unless one of the same name has been written.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <param name="value">The value.</param>
    /// <returns>This writer.</returns>
    public TWriter DefaultHeader(string name, string value) => FindHeader(name) is null ? Header(name, value) : This;

    /// <summary>Checks or uses a header that is written for the first time.</summary>
    private protected virtual void OnHeader(string name, string value)
    {
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "Signatures use header names in lowercase.")]
    private static string ToLowerCase(string name) => name.AsSpan().ContainsAnyInRange('A', 'Z') ? name.ToLowerInvariant() : name;
}
