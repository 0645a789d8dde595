using System;
using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Simple values.</content>
public sealed partial class XmlBodyWriter
{
    private const string NotInXml =
        "\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u000B\u000C\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F\uFFFE\uFFFF";

    private static readonly SearchValues<char> EscapedInText = SearchValues.Create("&<>\r" + NotInXml);
    private static readonly SearchValues<char> EscapedInAttribute = SearchValues.Create("&<>\"\r\n\t" + NotInXml);

    /// <summary>Writes a member.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no member.</param>
    /// <exception cref="ArgumentException">The value has a character that XML cannot represent.</exception>
    public void String(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            String(value);
        }
    }

    /// <summary>Writes a member.</summary>
    /// <param name="name">The name in UTF-8.</param>
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
    /// <param name="name">The name in UTF-8.</param>
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
    /// <exception cref="ArgumentException">The value has a character that XML cannot represent.</exception>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        StartValue();
        WriteText(value);
    }

    /// <summary>Writes a value: an item of an array, the value of a map, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    public void Int32(int value) => WriteNumber(value);

    /// <inheritdoc cref="Int32(int)"/>
    public void Int64(long value) => WriteNumber(value);

    /// <inheritdoc cref="Int32(int)"/>
    public void Boolean(bool value)
    {
        BeginText();
        _buffer.Add(value ? "true"u8 : "false"u8);
        EndText();
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
        BeginText();
        WireTimestamp.Write(_buffer, value, format);
        EndText();
    }

    /// <inheritdoc cref="Int32(int)"/>
    public void Blob(ReadOnlyMemory<byte> value)
    {
        BeginText();
        Base64.EncodeToUtf8(value.Span, _buffer.GetSpan(Base64.GetMaxEncodedToUtf8Length(value.Length)), out _, out var written);
        _buffer.Advance(written);
        EndText();
    }

    private void WriteNumber<T>(T value)
        where T : struct, IUtf8SpanFormattable
    {
        BeginText();
        _buffer.AddNumber(value);
        EndText();
    }

    private void WriteText(string value)
    {
        EndTag();
        AddEscaped(value, isAttribute: false);
        EndText();
    }

    private void BeginText()
    {
        StartValue();
        EndTag();
    }

    private void EndText()
    {
        EndElement(_pending);
        _pending = default;
    }

    private void AddEscaped(ReadOnlySpan<char> text, bool isAttribute)
    {
        var escaped = isAttribute ? EscapedInAttribute : EscapedInText;
        while (text.IndexOfAny(escaped) is >= 0 and var at)
        {
            _buffer.Add(text[..at]);
            _buffer.Add(text[at] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                '"' => "&quot;"u8,
                '\r' => "&#xD;"u8,
                '\n' => "&#xA;"u8,
                '\t' => "&#x9;"u8,
                var other => throw CreateCharacterException(other),
            });
            text = text[(at + 1)..];
        }

        _buffer.Add(text);
    }

    private ArgumentException CreateCharacterException(char character)
    {
        var element = _pending.Length > 0 ? _pending : Level.Element;
        var name = Encoding.UTF8.GetString(_buffer.Written.Slice(element.Start, element.Length));
        var code = ((int)character).ToString("X4", CultureInfo.InvariantCulture);
        return new ArgumentException($"The value of '{name}' has the character U+{code}, which XML cannot represent.");
    }
}
