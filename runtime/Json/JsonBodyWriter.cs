using System;
using System.Buffers;
using System.Buffers.Text;
using System.ComponentModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Writes a JSON body as UTF-8. The writer adds commas and quotes; the caller must end objects and arrays.</summary>
/// <remarks>
/// Names in bytes must already be escaped, as they are in generated code. A member whose value is <see langword="null"/> is not written.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonBodyWriter
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private readonly Utf8Buffer _buffer;
    private bool _needsComma;

    internal JsonBodyWriter(Utf8Buffer buffer) => _buffer = buffer;

    /// <summary>Starts an object: the root, an element, or the value of a member after its name.</summary>
    public void BeginObject() => Begin((byte)'{');

    /// <summary>Ends the current object.</summary>
    public void EndObject() => End((byte)'}');

    /// <summary>Starts an array: an element, or the value of a member after its name.</summary>
    public void BeginArray() => Begin((byte)'[');

    /// <summary>Ends the current array.</summary>
    public void EndArray() => End((byte)']');

    /// <summary>Writes the name of a member.</summary>
    /// <param name="name">The escaped name in UTF-8.</param>
    public void Name(ReadOnlySpan<byte> name)
    {
        Separate();
        _buffer.Add((byte)'"');
        _buffer.Add(name);
        _buffer.Add("\":"u8);
    }

    /// <summary>Writes the key of a map entry.</summary>
    /// <param name="name">The unescaped key.</param>
    public void Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Separate();
        Quote(name);
        _buffer.Add((byte)':');
    }

    /// <summary>Writes a member.</summary>
    /// <param name="name">The escaped name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no member.</param>
    public void String(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            String(value);
        }
    }

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Int32(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Int32(actual);
        }
    }

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Int64(ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Int64(actual);
        }
    }

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Boolean(ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Boolean(actual);
        }
    }

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Single(ReadOnlySpan<byte> name, float? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Single(actual);
        }
    }

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Double(ReadOnlySpan<byte> name, double? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Double(actual);
        }
    }

    /// <summary>Writes a member.</summary>
    /// <param name="name">The escaped name in UTF-8.</param>
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

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Blob(ReadOnlySpan<byte> name, ReadOnlyMemory<byte>? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Blob(actual);
        }
    }

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Document(ReadOnlySpan<byte> name, JsonElement? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Document(actual);
        }
    }

    /// <summary>Writes a value: an element, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        BeforeValue();
        Quote(value);
    }

    /// <inheritdoc cref="String(string)"/>
    public void Int32(int value)
    {
        BeforeValue();
        _buffer.AddNumber(value);
    }

    /// <inheritdoc cref="String(string)"/>
    public void Int64(long value)
    {
        BeforeValue();
        _buffer.AddNumber(value);
    }

    /// <inheritdoc cref="String(string)"/>
    public void Boolean(bool value)
    {
        BeforeValue();
        _buffer.Add(value ? "true"u8 : "false"u8);
    }

    /// <inheritdoc cref="String(string)"/>
    /// <remarks>Values that JSON numbers cannot represent are written as the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</remarks>
    public void Single(float value)
    {
        BeforeValue();
        WriteNumber(value, float.IsFinite(value));
    }

    /// <inheritdoc cref="Single(float)"/>
    public void Double(double value)
    {
        BeforeValue();
        WriteNumber(value, double.IsFinite(value));
    }

    /// <summary>Writes a value: an element, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    /// <param name="format">The timestamp format.</param>
    public void Timestamp(DateTimeOffset value, TimestampFormat format)
    {
        BeforeValue();
        if (format == TimestampFormat.EpochSeconds)
        {
            WireTimestamp.Write(_buffer, value, format);
            return;
        }

        _buffer.Add((byte)'"');
        WireTimestamp.Write(_buffer, value, format);
        _buffer.Add((byte)'"');
    }

    /// <inheritdoc cref="String(string)"/>
    public void Blob(ReadOnlyMemory<byte> value)
    {
        BeforeValue();
        _buffer.Add((byte)'"');
        Base64.EncodeToUtf8(value.Span, _buffer.GetSpan(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out var written);
        _buffer.Advance(written);
        _buffer.Add((byte)'"');
    }

    /// <inheritdoc cref="String(string)"/>
    public void Document(JsonElement value)
    {
        if (value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null)
        {
            Null();
            return;
        }

        BeforeValue();
        using var writer = new Utf8JsonWriter(_buffer, Documents.Options);
        value.WriteTo(writer);
    }

    /// <summary>Writes <c>null</c>: an element, or the value of a member after its name.</summary>
    public void Null()
    {
        BeforeValue();
        _buffer.Add("null"u8);
    }

    internal void Reset()
    {
        _buffer.Clear();
        _needsComma = false;
    }

    private void Begin(byte bracket)
    {
        Separate();
        _buffer.Add(bracket);
    }

    private void End(byte bracket)
    {
        _buffer.Add(bracket);
        _needsComma = true;
    }

    private void BeforeValue()
    {
        Separate();
        _needsComma = true;
    }

    private void Separate()
    {
        if (_needsComma)
        {
            _buffer.Add((byte)',');
            _needsComma = false;
        }
    }

    private void WriteNumber<T>(T value, bool isFinite)
        where T : struct, IUtf8SpanFormattable
    {
        if (isFinite)
        {
            _buffer.AddNumber(value);
            return;
        }

        _buffer.Add((byte)'"');
        _buffer.AddNumber(value);
        _buffer.Add((byte)'"');
    }

    private void Quote(ReadOnlySpan<char> text)
    {
        _buffer.Add((byte)'"');
        while (text.IndexOfAny(Escaped) is >= 0 and var at)
        {
            _buffer.Add(text[..at]);
            Escape(text[at]);
            text = text[(at + 1)..];
        }

        _buffer.Add(text);
        _buffer.Add((byte)'"');
    }

    private void Escape(char c)
    {
        _buffer.Add((byte)'\\');
        switch (c)
        {
            case '"' or '\\':
                _buffer.Add((byte)c);
                break;
            case '\n':
                _buffer.Add((byte)'n');
                break;
            case '\r':
                _buffer.Add((byte)'r');
                break;
            case '\t':
                _buffer.Add((byte)'t');
                break;
            default:
                _buffer.Add("u00"u8);
                _buffer.AddHex([(byte)c]);
                break;
        }
    }

    /// <summary>A separate class, so that only applications that send documents load System.Text.Json.</summary>
    private static class Documents
    {
        public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    }
}
