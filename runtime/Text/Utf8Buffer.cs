using System;
using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace DataZoneGen.Core;

/// <summary>
/// A growing buffer of UTF-8 bytes that can be reused. It keeps the memory of usual contents, and rents that of long ones until <see cref="Clear"/>.
/// </summary>
/// <remarks>Nothing may read the memory after <see cref="Clear"/>. A buffer that may still be read is left to the garbage collector instead.</remarks>
internal sealed class Utf8Buffer : IBufferWriter<byte>
{
    private const int InitialSize = 512;
    private const int MaxOwnedSize = 64 * 1024;
    private const int MaxNumberLength = 32;
    private const int LongTextLength = 1024;

    private byte[] _owned = [];
    private byte[] _bytes = [];
    private int _length;

    public int Length => _length;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    public ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _length);

    /// <summary>Clears the buffer. Rented memory is returned to the pool, so that one long body does not occupy it forever.</summary>
    public void Clear()
    {
        _length = 0;
        if (_bytes != _owned)
        {
            Return(_bytes);
            _bytes = _owned;
        }
    }

    /// <summary>Removes what was added after the buffer had a length.</summary>
    public void Truncate(int length) => _length = length;

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

    /// <summary>Adds a text. A lone surrogate is replaced by U+FFFD.</summary>
    public void Add(scoped ReadOnlySpan<char> text)
    {
        var destination = GetSpan(GetMaxLength(text));
        Utf8.FromUtf16(text, destination, out _, out var written, replaceInvalidSequences: true, isFinalBlock: true);
        _length += written;
    }

    /// <summary>Returns the maximum length of a text in UTF-8: the actual length of a long text, the worst case for a short one.</summary>
    public static int GetMaxLength(scoped ReadOnlySpan<char> text) => text.Length > LongTextLength ? Encoding.UTF8.GetByteCount(text) : text.Length * 3;

    /// <summary>Adds an ASCII text.</summary>
    public void AddAscii(scoped ReadOnlySpan<char> text)
    {
        Ascii.FromUtf16(text, GetSpan(text.Length), out var written);
        _length += written;
    }

    /// <summary>Adds a number in the invariant culture, with an optional format.</summary>
    public void AddNumber<T>(T value, scoped ReadOnlySpan<char> format = default)
        where T : struct, IUtf8SpanFormattable
    {
        value.TryFormat(GetSpan(MaxNumberLength), out var written, format, CultureInfo.InvariantCulture);
        _length += written;
    }

    /// <summary>Adds bytes as lowercase hexadecimal digits.</summary>
    public void AddHex(scoped ReadOnlySpan<byte> bytes)
    {
        var destination = GetSpan(bytes.Length * 2);
        var index = 0;
        for (; index <= bytes.Length - Vector128<byte>.Count; index += Vector128<byte>.Count)
        {
            var values = Vector128.Create(bytes[index..]);
            var first = ToDigits((values.AsUInt16() >>> 4).AsByte() & Vector128.Create((byte)15));
            var second = ToDigits(values & Vector128.Create((byte)15));
            var lower = Vector128.WidenLower(first) | (Vector128.WidenLower(second) << 8);
            var upper = Vector128.WidenUpper(first) | (Vector128.WidenUpper(second) << 8);
            lower.AsByte().StoreUnsafe(ref destination[2 * index]);
            upper.AsByte().StoreUnsafe(ref destination[(2 * index) + Vector128<byte>.Count]);
        }

        for (; index < bytes.Length; index++)
        {
            destination[2 * index] = "0123456789abcdef"u8[bytes[index] >> 4];
            destination[(2 * index) + 1] = "0123456789abcdef"u8[bytes[index] & 15];
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
        // The span is never empty, as the interface requires.
        if (_bytes.Length - _length <= sizeHint)
        {
            Grow(sizeHint);
        }

        return _bytes.AsSpan(_length);
    }

    // Inlined, because a method with vector parameters is not part of a ReadyToRun image.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> ToDigits(Vector128<byte> values) =>
        values + Vector128.Create((byte)'0') + (Vector128.GreaterThan(values, Vector128.Create((byte)9)) & Vector128.Create((byte)('a' - '0' - 10)));

    private void Grow(int more)
    {
        var needed = checked(_length + Math.Max(more, 1));
        var size = (int)Math.Min(Math.Max(Math.Max(needed, InitialSize), 2L * _bytes.Length), Math.Max(needed, Array.MaxLength));
        if (size > MaxOwnedSize)
        {
            Rent(size);
            return;
        }

        Array.Resize(ref _owned, size);
        _bytes = _owned;
    }

    private void Rent(int size)
    {
        var old = _bytes;
        _bytes = ArrayPool<byte>.Shared.Rent(size);
        old.AsSpan(0, _length).CopyTo(_bytes);
        if (old != _owned)
        {
            Return(old);
        }
    }

    // Requests have secrets, and other code gets the memory next.
    private static void Return(byte[] rented) => ArrayPool<byte>.Shared.Return(rented, clearArray: true);
}
