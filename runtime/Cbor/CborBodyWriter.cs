using System;
using System.Buffers.Binary;
using System.ComponentModel;
using System.Text.Unicode;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Writes a CBOR body. The caller must end objects and arrays.</summary>
/// <remarks>
/// Its methods are those of <see cref="JsonBodyWriter"/>, except that CBOR protocols have no documents and only one timestamp format. Objects and arrays
/// have indefinite lengths, strings have definite lengths, and integers are as short as possible. A member whose value is <see langword="null"/> is not written.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CborBodyWriter
{
    private const int MaxHeadLength = 9;
    private const int MillisecondsPerSecond = 1000;
    private const uint SingleNaN = 0x7FC0_0000;
    private const ulong DoubleNaN = 0x7FF8_0000_0000_0000;

    private readonly Utf8Buffer _buffer;

    internal CborBodyWriter(Utf8Buffer buffer) => _buffer = buffer;

    /// <summary>Starts an object: the root, an element, or the value of a member after its name.</summary>
    public void BeginObject() => _buffer.Add(CborType.IndefiniteMap);

    /// <summary>Ends the current object.</summary>
    public void EndObject() => _buffer.Add(CborType.Break);

    /// <summary>Starts an array: an element, or the value of a member after its name.</summary>
    public void BeginArray() => _buffer.Add(CborType.IndefiniteArray);

    /// <summary>Ends the current array.</summary>
    public void EndArray() => _buffer.Add(CborType.Break);

    /// <summary>Writes the name of a member.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public void Name(ReadOnlySpan<byte> name) => WriteString(CborType.Text, name);

    /// <summary>Writes the key of a map entry.</summary>
    /// <param name="name">The key.</param>
    public void Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        WriteText(name);
    }

    /// <summary>Writes a member.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no member.</param>
    public void String(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            WriteText(value);
        }
    }

    /// <inheritdoc cref="String(ReadOnlySpan{byte}, string?)"/>
    public void Int32(ReadOnlySpan<byte> name, int? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Int64(actual);
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
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no member.</param>
    public void Timestamp(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (value is { } actual)
        {
            Name(name);
            Timestamp(actual);
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

    /// <summary>Writes a value: an element, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    /// <remarks>A lone surrogate is replaced by U+FFFD.</remarks>
    public void String(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        WriteText(value);
    }

    /// <summary>Writes a value: an element, or the value of a member after its name.</summary>
    /// <param name="value">The value.</param>
    public void Int32(int value) => Int64(value);

    /// <inheritdoc cref="Int32(int)"/>
    public void Int64(long value)
    {
        var head = _buffer.GetSpan(MaxHeadLength);
        _buffer.Advance(value < 0 ? WriteHead(head, CborType.Negative, (ulong)~value) : WriteHead(head, CborType.Unsigned, (ulong)value));
    }

    /// <inheritdoc cref="Int32(int)"/>
    public void Boolean(bool value) => _buffer.Add(value ? CborType.True : CborType.False);

    /// <inheritdoc cref="Int32(int)"/>
    public void Single(float value)
    {
        var destination = _buffer.GetSpan(MaxHeadLength);
        destination[0] = CborType.Single;
        BinaryPrimitives.WriteUInt32BigEndian(destination[1..], float.IsNaN(value) ? SingleNaN : BitConverter.SingleToUInt32Bits(value));
        _buffer.Advance(1 + sizeof(float));
    }

    /// <inheritdoc cref="Int32(int)"/>
    public void Double(double value)
    {
        var destination = _buffer.GetSpan(MaxHeadLength);
        destination[0] = CborType.Double;
        BinaryPrimitives.WriteUInt64BigEndian(destination[1..], double.IsNaN(value) ? DoubleNaN : BitConverter.DoubleToUInt64Bits(value));
        _buffer.Advance(1 + sizeof(double));
    }

    /// <summary>
    /// Writes a value: an element, or the value of a member after its name. It is an integer, or a floating-point number if it has milliseconds.
    /// </summary>
    /// <param name="value">The value.</param>
    public void Timestamp(DateTimeOffset value)
    {
        _buffer.Add(CborType.EpochTag);
        var milliseconds = value.ToUnixTimeMilliseconds();
        var (seconds, fraction) = Math.DivRem(milliseconds, MillisecondsPerSecond);
        if (fraction == 0)
        {
            Int64(seconds);
        }
        else
        {
            Double(milliseconds / (double)MillisecondsPerSecond);
        }
    }

    /// <inheritdoc cref="Int32(int)"/>
    public void Blob(ReadOnlyMemory<byte> value) => WriteString(CborType.Bytes, value.Span);

    /// <summary>Writes <c>null</c>: an element, or the value of a member after its name.</summary>
    public void Null() => _buffer.Add(CborType.Null);

    internal void Reset() => _buffer.Clear();

    private void WriteString(int type, ReadOnlySpan<byte> bytes)
    {
        var destination = _buffer.GetSpan(checked(MaxHeadLength + bytes.Length));
        var head = WriteHead(destination, type, (ulong)bytes.Length);
        bytes.CopyTo(destination[head..]);
        _buffer.Advance(head + bytes.Length);
    }

    private void WriteText(ReadOnlySpan<char> text)
    {
        // The length of the head depends on the length in UTF-8. Most strings are ASCII; others are moved if their head is longer.
        var destination = _buffer.GetSpan(checked(MaxHeadLength + Utf8Buffer.GetMaxLength(text)));
        var expected = GetHeadLength((ulong)text.Length);
        Utf8.FromUtf16(text, destination[expected..], out _, out var written, replaceInvalidSequences: true, isFinalBlock: true);
        var head = GetHeadLength((ulong)written);
        if (head != expected)
        {
            destination.Slice(expected, written).CopyTo(destination[head..]);
        }

        WriteHead(destination, CborType.Text, (ulong)written);
        _buffer.Advance(head + written);
    }

    /// <summary>Writes the first byte of a value and its argument.</summary>
    /// <returns>The number of bytes.</returns>
    private static int WriteHead(Span<byte> destination, int type, ulong argument)
    {
        var first = type << CborType.Shift;
        if (argument < CborType.OneByte)
        {
            destination[0] = (byte)(first | (int)argument);
            return 1;
        }

        switch (argument)
        {
            case <= byte.MaxValue:
                destination[0] = (byte)(first | CborType.OneByte);
                destination[1] = (byte)argument;
                return 1 + sizeof(byte);
            case <= ushort.MaxValue:
                destination[0] = (byte)(first | CborType.TwoBytes);
                BinaryPrimitives.WriteUInt16BigEndian(destination[1..], (ushort)argument);
                return 1 + sizeof(ushort);
            case <= uint.MaxValue:
                destination[0] = (byte)(first | CborType.FourBytes);
                BinaryPrimitives.WriteUInt32BigEndian(destination[1..], (uint)argument);
                return 1 + sizeof(uint);
            default:
                destination[0] = (byte)(first | CborType.EightBytes);
                BinaryPrimitives.WriteUInt64BigEndian(destination[1..], argument);
                return 1 + sizeof(ulong);
        }
    }

    private static int GetHeadLength(ulong argument) => argument switch
    {
        < CborType.OneByte => 1,
        <= byte.MaxValue => 1 + sizeof(byte),
        <= ushort.MaxValue => 1 + sizeof(ushort),
        _ => 1 + sizeof(uint),
    };
}
