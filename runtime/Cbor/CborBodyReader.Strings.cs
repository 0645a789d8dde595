using System;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Text strings, which must be valid UTF-8, and byte strings.</content>
public ref partial struct CborBodyReader
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a text string.</summary>
    /// <returns>The value.</returns>
    public string String()
    {
        if (!TryReadString(out var value))
        {
            Omit(_position, "a text string");
            return "";
        }

        _atValue = false;
        return value;
    }

    /// <summary>Reads a text string as UTF-8.</summary>
    /// <returns>The bytes, which are valid until the next read.</returns>
    public Utf8Text Utf8String()
    {
        if (!TryReadText(out var utf8))
        {
            Omit(_position, "a text string");
            return default;
        }

        _atValue = false;
        return new Utf8Text(utf8);
    }

    /// <summary>Reads a byte string.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlyMemory<byte> Blob()
    {
        var first = Peek();
        if (first >> CborType.Shift != CborType.Bytes)
        {
            Omit(_position, "a byte string");
            return default;
        }

        _atValue = false;
        return IsIndefinite(first) ? ReadChunks(CborType.Bytes) : ReadDefinite(first).ToArray();
    }

    /// <summary>Reads a text string, or skips a value of another type.</summary>
    internal string? StringOrNull()
    {
        if (TryReadString(out var value))
        {
            _atValue = false;
            return value;
        }

        Skip();
        return null;
    }

    /// <summary>Reads a value or a key if it is a text string.</summary>
    private bool TryReadString([NotNullWhen(true)] out string? value)
    {
        if (!TryReadBytesOfText(out var utf8, out var start))
        {
            value = null;
            return false;
        }

        try
        {
            value = StrictUtf8.GetString(utf8);
            return true;
        }
        catch (DecoderFallbackException)
        {
            throw CreateInvalidUtf8Exception(start);
        }
    }

    /// <summary>Reads a value or a key if it is a text string.</summary>
    private bool TryReadText(out ReadOnlySpan<byte> utf8)
    {
        if (!TryReadBytesOfText(out utf8, out var start))
        {
            return false;
        }

        CheckUtf8(utf8, start);
        return true;
    }

    /// <summary>Reads a value or a key if it is a text string. The caller must check that it is valid UTF-8.</summary>
    private bool TryReadBytesOfText(out ReadOnlySpan<byte> utf8, out int start)
    {
        var first = Peek();
        start = _position;
        if (first >> CborType.Shift != CborType.Text)
        {
            utf8 = default;
            return false;
        }

        utf8 = IsIndefinite(first) ? ReadChunks(CborType.Text) : ReadDefinite(first);
        return true;
    }

    private ReadOnlySpan<byte> ReadDefinite(byte first)
    {
        var start = _position;
        var length = first & CborType.InfoMask;
        if (length < CborType.OneByte && length < _body.Length - start)
        {
            _position = start + 1 + length;
            return _body.Slice(start + 1, length);
        }

        length = ReadLength(first);
        var bytes = _body.Slice(_position, length);
        _position += length;
        return bytes;
    }

    /// <summary>Reads a string of indefinite length. Its size is measured first, so that its memory is allocated once.</summary>
    private byte[] ReadChunks(int type)
    {
        var start = ++_position;
        var length = 0;
        while (!TryBreak())
        {
            length += ReadChunk(type).Length;
        }

        var end = _position;
        var bytes = new byte[length];
        _position = start;
        for (var written = 0; _position < end - 1;)
        {
            var chunk = ReadChunk(type);
            chunk.CopyTo(bytes.AsSpan(written));
            written += chunk.Length;
        }

        _position = end;
        return bytes;
    }

    /// <summary>Reads a part of a string of indefinite length. Each must be a definite string of the same type.</summary>
    private ReadOnlySpan<byte> ReadChunk(int type)
    {
        var start = _position;
        var first = _body[start];
        if (first >> CborType.Shift != type)
        {
            throw CreateExpectedException("a part of the string");
        }

        var chunk = ReadDefinite(first);
        if (type == CborType.Text)
        {
            CheckUtf8(chunk, start);
        }

        return chunk;
    }

    private void SkipString(byte first)
    {
        var type = first >> CborType.Shift;
        if (!IsIndefinite(first))
        {
            ReadChunk(type);
            return;
        }

        _position++;
        while (!TryBreak())
        {
            ReadChunk(type);
        }
    }

    private static bool IsIndefinite(byte first) => (first & CborType.InfoMask) == CborType.Indefinite;

    private static void CheckUtf8(ReadOnlySpan<byte> utf8, int start)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw CreateInvalidUtf8Exception(start);
        }
    }

    private static BodyFormatException CreateInvalidUtf8Exception(int start) => new("The body is not valid UTF-8.", start);
}
