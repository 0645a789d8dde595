using System;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>The query. Names given as bytes are percent-encoded already; <see langword="null"/> values leave no trace.</content>
public sealed partial class RequestWriter
{
    /// <summary>Adds a constant part of the query.</summary>
    /// <param name="encoded">The part, such as <c>list-type=2</c>, percent-encoded.</param>
    /// <returns>This writer.</returns>
    public RequestWriter QueryLiteral(ReadOnlySpan<byte> encoded)
    {
        SeparateQuery();
        _query.Add(encoded);
        return this;
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">The name, percent-encoded.</param>
    /// <param name="value">The value; nothing is written for <see langword="null"/>.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Query(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            BeginParameter(name);
            PercentEncoding.Write(_query, value);
        }

        return this;
    }

    /// <summary>Adds a parameter whose name is not known before: an entry of a map.</summary>
    /// <param name="name">The name, not encoded.</param>
    /// <param name="value">The value; nothing is written for <see langword="null"/>.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Query(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (value is not null)
        {
            SeparateQuery();
            PercentEncoding.Write(_query, name);
            _query.Add((byte)'=');
            PercentEncoding.Write(_query, value);
        }

        return this;
    }

    /// <inheritdoc cref="Query(ReadOnlySpan{byte}, string?)"/>
    public RequestWriter Query(ReadOnlySpan<byte> name, int? value) => ScalarQuery(name, value);

    /// <inheritdoc cref="Query(ReadOnlySpan{byte}, string?)"/>
    public RequestWriter Query(ReadOnlySpan<byte> name, long? value) => ScalarQuery(name, value);

    /// <inheritdoc cref="Query(ReadOnlySpan{byte}, string?)"/>
    public RequestWriter Query(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } given)
        {
            BeginParameter(name);
            _query.Add(given ? "true"u8 : "false"u8);
        }

        return this;
    }

    /// <inheritdoc cref="Query(ReadOnlySpan{byte}, string?)"/>
    public RequestWriter Query(ReadOnlySpan<byte> name, float? value) => ScalarQuery(name, value);

    /// <inheritdoc cref="Query(ReadOnlySpan{byte}, string?)"/>
    public RequestWriter Query(ReadOnlySpan<byte> name, double? value) => ScalarQuery(name, value);

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">The name, percent-encoded.</param>
    /// <param name="value">The value; nothing is written for <see langword="null"/>.</param>
    /// <param name="format">The form in which the service reads it.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Query(ReadOnlySpan<byte> name, DateTimeOffset? value, TimestampFormat format)
    {
        if (value is { } given)
        {
            BeginParameter(name);
            PercentEncoding.Write(_query, WireTimestamp.ToText(given, format));
        }

        return this;
    }

    /// <summary>Sends the whole query as the body, an HTML form, for the few services that take long queries only so.</summary>
    /// <returns>This writer.</returns>
    public RequestWriter SendQueryAsForm()
    {
        _payload = _query.Written.ToArray();
        _contentType = "application/x-www-form-urlencoded";
        _query.Clear();
        return this;
    }

    private RequestWriter ScalarQuery<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } given)
        {
            BeginParameter(name);
            WriteScalar(_query, given);
        }

        return this;
    }

    private void BeginParameter(ReadOnlySpan<byte> name)
    {
        SeparateQuery();
        _query.Add(name);
        _query.Add((byte)'=');
    }

    private void SeparateQuery()
    {
        if (_query.Length > 0)
        {
            _query.Add((byte)'&');
        }
    }
}
