using System;
using System.Buffers;
using System.Globalization;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace DataZoneGen.Core;

/// <summary>A growing run of UTF-8 bytes that is emptied and used again.</summary>
internal sealed class Utf8Buffer : IBufferWriter<byte>
{
    private const int FirstSize = 512;
    private const int MaxKept = 64 * 1024;
    private const int MaxNumberLength = 32;
    private const int LongText = 1024;

    private byte[] _bytes = [];
    private int _length;

    public int Length => _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    /// <summary>Empties the buffer. A very large one is let go, so that one large body does not stay in memory for good.</summary>
    public void Clear()
    {
        _length = 0;
        if (_bytes.Length > MaxKept)
        {
            _bytes = [];
        }
    }

    public void Add(byte value)
    {
        if (_length == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_length++] = value;
    }

    public void Add(scoped ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(GetSpan(utf8.Length));
        _length += utf8.Length;
    }

    /// <summary>Adds a text; a lone surrogate becomes U+FFFD.</summary>
    public void Add(scoped ReadOnlySpan<char> text)
    {
        // For a long text it is worth counting; a short one finds room for the worst case.
        var room = GetSpan(text.Length > LongText ? Encoding.UTF8.GetByteCount(text) : text.Length * 3);
        Utf8.FromUtf16(text, room, out _, out var written, replaceInvalidSequences: true, isFinalBlock: true);
        _length += written;
    }

    /// <summary>Adds a text known to be ASCII.</summary>
    public void AddAscii(scoped ReadOnlySpan<char> text)
    {
        Ascii.FromUtf16(text, GetSpan(text.Length), out var written);
        _length += written;
    }

    /// <summary>Adds a number in its shortest invariant form, or as many digits as the format says.</summary>
    public void AddNumber<T>(T value, scoped ReadOnlySpan<char> format = default)
        where T : struct, IUtf8SpanFormattable
    {
        value.TryFormat(GetSpan(MaxNumberLength), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Adds bytes as lower-case hexadecimal digits.</summary>
    public void AddHex(scoped ReadOnlySpan<byte> bytes)
    {
        var room = GetSpan(bytes.Length * 2);
        var index = 0;
        for (; index <= bytes.Length - Vector128<byte>.Count; index += Vector128<byte>.Count)
        {
            WriteHex(Vector128.Create(bytes[index..]), room[(2 * index)..]);
        }

        for (; index < bytes.Length; index++)
        {
            room[2 * index] = "0123456789abcdef"u8[bytes[index] >> 4];
            room[(2 * index) + 1] = "0123456789abcdef"u8[bytes[index] & 15];
        }

        _length += bytes.Length * 2;
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        GetSpan(sizeHint);
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        if (_bytes.Length - _length < Math.Max(sizeHint, 1))
        {
            Grow(sizeHint);
        }

        return _bytes.AsSpan(_length);
    }

    /// <summary>Writes the digits of 16 bytes at once: a signature is made of little else.</summary>
    private static void WriteHex(Vector128<byte> bytes, Span<byte> room)
    {
        var (firstOfLow, firstOfHigh) = Vector128.Widen(Digits(Vector128.ShiftRightLogical(bytes.AsUInt16(), 4).AsByte() & Vector128.Create((byte)15)));
        var (secondOfLow, secondOfHigh) = Vector128.Widen(Digits(bytes & Vector128.Create((byte)15)));
        (firstOfLow | Vector128.ShiftLeft(secondOfLow, 8)).AsByte().CopyTo(room);
        (firstOfHigh | Vector128.ShiftLeft(secondOfHigh, 8)).AsByte().CopyTo(room[Vector128<byte>.Count..]);

        static Vector128<byte> Digits(Vector128<byte> values) =>
            values + Vector128.Create((byte)'0') + (Vector128.GreaterThan(values, Vector128.Create((byte)9)) & Vector128.Create((byte)('a' - '0' - 10)));
    }

    private void Grow(int more)
    {
        var needed = checked(_length + Math.Max(more, 1));
        Array.Resize(ref _bytes, (int)Math.Min(Math.Max(Math.Max(needed, FirstSize), 2L * _bytes.Length), Math.Max(needed, Array.MaxLength)));
    }
}
