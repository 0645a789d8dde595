using System;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>The query. Names in bytes must already be percent-encoded. A value of <see langword="null"/> writes no parameter.</content>
public sealed partial class RequestWriter
{
    /// <summary>Adds a constant part of the query.</summary>
    /// <param name="encoded">The percent-encoded part, such as <c>list-type=2</c>.</param>
    /// <returns>This writer.</returns>
    public RequestWriter QueryLiteral(ReadOnlySpan<byte> encoded)
    {
        SeparateQuery();
        _query.Add(encoded);
        return this;
    }

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">The percent-encoded name.</param>
    /// <param name="value">The value; <see langword="null"/> writes no parameter.</param>
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

    /// <summary>Adds a parameter whose name comes from a map.</summary>
    /// <param name="name">The unencoded name.</param>
    /// <param name="value">The value; <see langword="null"/> writes no parameter.</param>
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
        if (value is { } actual)
        {
            BeginParameter(name);
            _query.Add(actual ? "true"u8 : "false"u8);
        }

        return this;
    }

    /// <inheritdoc cref="Query(ReadOnlySpan{byte}, string?)"/>
    public RequestWriter Query(ReadOnlySpan<byte> name, float? value) => ScalarQuery(name, value);

    /// <inheritdoc cref="Query(ReadOnlySpan{byte}, string?)"/>
    public RequestWriter Query(ReadOnlySpan<byte> name, double? value) => ScalarQuery(name, value);

    /// <summary>Adds a parameter.</summary>
    /// <param name="name">The percent-encoded name.</param>
    /// <param name="value">The value; <see langword="null"/> writes no parameter.</param>
    /// <param name="format">The timestamp format.</param>
    /// <returns>This writer.</returns>
    public RequestWriter Query(ReadOnlySpan<byte> name, DateTimeOffset? value, TimestampFormat format)
    {
        if (value is { } actual)
        {
            BeginParameter(name);
            PercentEncoding.Write(_query, WireTimestamp.ToText(actual, format));
        }

        return this;
    }

    /// <summary>Sends the query as a body of HTML form data, for the services that accept long queries only there.</summary>
    /// <returns>This writer.</returns>
    public RequestWriter SendQueryAsForm()
    {
        SetBody(_query.Written.ToArray(), "application/x-www-form-urlencoded");
        _query.Clear();
        return this;
    }

    private RequestWriter ScalarQuery<T>(ReadOnlySpan<byte> name, T? value)
        where T : struct, IUtf8SpanFormattable
    {
        if (value is { } actual)
        {
            BeginParameter(name);
            WriteScalar(_query, actual);
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
