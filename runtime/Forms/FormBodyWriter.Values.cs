using System;
using System.Buffers.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Simple values.</content>
public sealed partial class FormBodyWriter
{
    // A value before it is percent-encoded.
    private readonly Utf8Buffer _scratch = new();

    /// <summary>Writes a member.</summary>
    /// <param name="name">The percent-encoded name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no member.</param>
    public void String(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            String(value);
        }
    }

    /// <summary>Writes a member.</summary>
    /// <param name="name">The percent-encoded name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no member.</param>
    public void Int32(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Int32(actual);
        }
    }

    /// <inheritdoc cref="Int32(ReadOnlySpan{byte}, int?)"/>
    public void Int64(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Int64(actual);
        }
    }

    /// <inheritdoc cref="Int32(ReadOnlySpan{byte}, int?)"/>
    public void Boolean(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Boolean(actual);
        }
    }

    /// <inheritdoc cref="Int32(ReadOnlySpan{byte}, int?)"/>
    public void Single(ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Single(actual);
        }
    }

    /// <inheritdoc cref="Int32(ReadOnlySpan{byte}, int?)"/>
    public void Double(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Double(actual);
        }
    }

    /// <summary>Writes a member.</summary>
    /// <param name="name">The percent-encoded name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no member.</param>
    /// <param name="format">The timestamp format.</param>
    public void Timestamp(ReadOnlySpan<byte> name, DateTimeOffset? value, TimestampFormat format)
    {
        if (value is { } actual)
        {
            Name(name);
            Timestamp(actual, format);
        }
    }

    /// <inheritdoc cref="Int32(ReadOnlySpan{byte}, int?)"/>
    public void Blob(ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Blob(actual);
        }
    }

    /// <summary>Writes a value: an item of an array, the value of a map, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        BeginScalar();
        PercentEncoding.Write(_buffer, value);
    }

    /// <summary>Writes a value: an item of an array, the value of a map, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    public void Int32(int value) => WriteNumber(value);

    /// <inheritdoc cref="Int32(int)"/>
    public void Int64(long value) => WriteNumber(value);

    /// <inheritdoc cref="Int32(int)"/>
    public void Boolean(bool value)
    {
        BeginScalar();
        _buffer.Add(value ? "true"u8 : "false"u8);
    }

    /// <inheritdoc cref="Int32(int)"/>
    /// <remarks>Values without digits are written as <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</remarks>
    public void Single(float value) => WriteNumber(value);

    /// <inheritdoc cref="Single(float)"/>
    public void Double(double value) => WriteNumber(value);

    /// <summary>Writes a value: an item of an array, the value of a map, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The timestamp format.</param>
    public void Timestamp(DateTimeOffset value, TimestampFormat format)
    {
        BeginScalar();
        _scratch.Clear();
        WireTimestamp.Write(_scratch, value, format);
        PercentEncoding.Write(_buffer, _scratch.Written);
    }

    /// <inheritdoc cref="Int32(int)"/>
    public void Blob(ReadOnlyMemory<byte> value)
    {
        BeginScalar();
        _scratch.Clear();
        Base64.EncodeToUtf8(value.Span, _scratch.GetSpan(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out var written);
        _scratch.Advance(written);
        PercentEncoding.Write(_buffer, _scratch.Written);
    }

    private void WriteNumber<T>(T value)
        where T : struct, IUtf8SpanFormattable
    {
        BeginScalar();
        _scratch.Clear();
        _scratch.AddNumber(value);
        PercentEncoding.Write(_buffer, _scratch.Written);
    }

    private void BeginScalar()
    {
        BeginValue();
        BeginParameter();
    }
}
