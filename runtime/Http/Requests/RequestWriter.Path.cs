using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>The path and its labels.</content>
public sealed partial class RequestWriter
{
    /// <summary>Adds a constant part of the path.</summary>
    /// <param name="literal">The percent-encoded part.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Path(ReadOnlySpan<byte> literal)
    {
        _path.Add(literal);
        return this;
    }

    /// <summary>Adds a segment of the path. All characters except unreserved ones are percent-encoded.</summary>
    /// <param name="member">The name of the member, for the exception.</param>
    /// <param name="value">The segment.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The segment is missing, empty, <c>.</c> or <c>..</c>, which would change the path.</exception>
    public RequestWriter Label(string member, string? value)
    {
        ThrowIfEmpty(member, value);
        ThrowIfDotSegment(member, value);
        PercentEncoding.Write(_path, value);
        return this;
    }

    /// <summary>Checks the value of a label that is a part of the endpoint instead of the path.</summary>
    /// <param name="member">The name of the member, for the exception.</param>
    /// <param name="value">The value.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The value is missing or empty, or is <c>.</c> or <c>..</c>.</exception>
    public RequestWriter EndpointLabel(string member, string? value)
    {
        ThrowIfEmpty(member, value);
        ThrowIfDotSegment(member, value);
        _isPathInEndpoint = true;
        return this;
    }

    /// <summary>
    /// Completes the path if the endpoint may contain all of it. The path of the endpoint has no slash at its end then, but a URL without any path must have one.
    /// </summary>
    /// <param name="isInEndpoint">Whether the endpoint has a path.</param>
    internal void CompletePath(bool isInEndpoint)
    {
        if (_isPathInEndpoint && _path.Written.Length <= 1)
        {
            _path.Clear();
            if (!isInEndpoint)
            {
                _path.Add((byte)'/');
            }
        }
    }

    /// <summary>Adds a part of the path that may contain slashes. Each segment is percent-encoded.</summary>
    /// <param name="member">The name of the member, for the exception.</param>
    /// <param name="value">The part.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The part is missing or empty, or has a segment <c>.</c> or <c>..</c>.</exception>
    public RequestWriter GreedyLabel(string member, string? value)
    {
        ThrowIfEmpty(member, value);
        return AddSegments(member, value, allowsDots: false);
    }

    /// <summary>Adds the key of an object, which may contain slashes. Its segments may be empty or dots, because a key is not a path.</summary>
    /// <param name="member">The name of the member, for the exception.</param>
    /// <param name="value">The key.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The key is missing or empty.</exception>
    public RequestWriter ObjectKey(string member, string? value)
    {
        ThrowIfEmpty(member, value);
        return AddSegments(member, value, allowsDots: true);
    }

    /// <summary>Adds a segment of the path.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="value">The segment.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Label(string member, int value) => ScalarLabel(value);

    /// <inheritdoc cref="Label(string, int)"/>
    public RequestWriter Label(string member, long value) => ScalarLabel(value);

    /// <inheritdoc cref="Label(string, int)"/>
    public RequestWriter Label(string member, bool value) => Path(value ? "true"u8 : "false"u8);

    /// <inheritdoc cref="Label(string, int)"/>
    public RequestWriter Label(string member, float value) => ScalarLabel(value);

    /// <inheritdoc cref="Label(string, int)"/>
    public RequestWriter Label(string member, double value) => ScalarLabel(value);

    /// <summary>Adds a segment of the path.</summary>
    /// <param name="member">The name of the member.</param>
    /// <param name="value">The segment.</param>
    /// <param name="format">The timestamp format.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Label(string member, DateTimeOffset value, TimestampFormat format)
    {
        PercentEncoding.Write(_path, WireTimestamp.ToText(value, format));
        return this;
    }

    private static void ThrowIfEmpty(string member, [NotNull] string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw new ArgumentException("The value is part of the request's path and must not be empty.", member);
        }
    }

    private static void ThrowIfDotSegment(string member, ReadOnlySpan<char> segment)
    {
        if (segment is "." or "..")
        {
            throw new ArgumentException("The value is part of the request's path and must not be '.' or '..'.", member);
        }
    }

    private RequestWriter AddSegments(string member, ReadOnlySpan<char> value, bool allowsDots)
    {
        while (value.IndexOf('/') is >= 0 and var slash)
        {
            AddSegment(member, value[..slash], allowsDots);
            _path.Add((byte)'/');
            value = value[(slash + 1)..];
        }

        AddSegment(member, value, allowsDots);
        return this;
    }

    private void AddSegment(string member, ReadOnlySpan<char> segment, bool allowsDots)
    {
        if (!allowsDots)
        {
            ThrowIfDotSegment(member, segment);
        }

        PercentEncoding.Write(_path, segment);
    }

    private RequestWriter ScalarLabel<T>(T value)
        where T : struct, IUtf8SpanFormattable
    {
        WriteScalar(_path, value);
        return this;
    }

    private static void WriteScalar<T>(Utf8Buffer buffer, T value)
        where T : struct, IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[MaxScalarLength];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        PercentEncoding.Write(buffer, text[..length]);
    }
}
