using System;
using System.Buffers;
using System.Buffers.Text;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Wire;

/// <content>Values.</content>
public ref partial struct FormBodyReader
{
    /// <summary>Reads a string.</summary>
    /// <returns>The value; empty if the parameter has none.</returns>
    public string String() => FormText.Decode(Take());

    /// <summary>Reads a string as UTF-8.</summary>
    /// <returns>The value, which is valid until the next read.</returns>
    public Utf8Text Utf8String() => new(Decode());

    /// <summary>Reads a Boolean.</summary>
    /// <returns>The value.</returns>
    public bool Boolean() => ScalarText.TryParseBoolean(Decode(), out var value) ? value : throw CreateException("a Boolean");

    /// <summary>Reads an integer.</summary>
    /// <returns>The value.</returns>
    public int Int32() => Int64() is >= int.MinValue and <= int.MaxValue and var value ? (int)value : throw CreateException("an integer in range");

    /// <inheritdoc cref="Int32"/>
    public long Int64() => ScalarText.TryParseInteger(Decode(), out var value) ? value : throw CreateException("an integer in range");

    /// <summary>Reads a floating-point number.</summary>
    /// <returns>The value.</returns>
    public float Single() => ScalarText.TryParseNumber<float>(Decode(), out var value) ? value : throw CreateException("a number");

    /// <inheritdoc cref="Single"/>
    public double Double() => ScalarText.TryParseNumber<double>(Decode(), out var value) ? value : throw CreateException("a number");

    /// <summary>Reads a timestamp in any format.</summary>
    /// <returns>The timestamp in UTC.</returns>
    public DateTimeOffset Timestamp() => WireTimestampReader.TryParse(Decode(), out var value) ? value : throw CreateException("a timestamp");

    /// <summary>Reads bytes, which are encoded as base64.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlyMemory<byte> Blob()
    {
        var text = Decode();
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var length) == OperationStatus.Done
            ? bytes.AsMemory(0, length)
            : throw CreateException("a base64 text");
    }

    private ReadOnlySpan<byte> Decode()
    {
        var encoded = Take();
        if (!encoded.ContainsAny((byte)'%', (byte)'+'))
        {
            return encoded;
        }

        if (_text is null || _text.Length < encoded.Length)
        {
            _text = new byte[encoded.Length];
        }

        return _text.AsSpan(0, FormText.Decode(encoded, _text));
    }

    /// <summary>Takes the encoded value. Parameters below it, which a value does not have, are ignored.</summary>
    private ReadOnlySpan<byte> Take()
    {
        _atValue = false;
        return _form.Name(_value.Start).Length == _value.NameLength ? _form.Value(_value.Start) : throw CreateException("a value");
    }

    private readonly BodyFormatException CreateException(string expected) => new("Expected " + expected + ".", _form.Position(_value.Start));
}
