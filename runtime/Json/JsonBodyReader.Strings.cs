using System;
using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;

namespace DataZoneGen.Wire;

/// <content>Strings: 16 bytes a step while they are plain ASCII.</content>
public ref partial struct JsonBodyReader
{
    private const int Step = 16;
    private const int TextOnStack = 512;
    private const char Replacement = '\uFFFD';

    // What ends a run of bytes that stand for themselves.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"u8
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    /// <summary>Reads a string. A lone surrogate, which only an escape can spell, becomes U+FFFD.</summary>
    /// <returns>The value.</returns>
    public string String()
    {
        ExpectString();
        var text = StringText();
        _atValue = false;
        return text;
    }

    /// <summary>Reads a string as UTF-8, its escapes undone.</summary>
    /// <returns>The bytes, valid until the reader moves on.</returns>
    public Utf8Text Utf8String() => new(StringUtf8());

    private ReadOnlySpan<byte> StringUtf8()
    {
        ExpectString();
        var bytes = StringBytes();
        _atValue = false;
        return bytes;
    }

    /// <summary>Reads base64.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlyMemory<byte> Blob()
    {
        ExpectString();
        var start = _position;
        var text = StringUtf8();
        var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        return Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done
            ? bytes.AsMemory(0, written)
            : throw new JsonFormatException("Expected base64.", start);
    }

    private void ExpectString()
    {
        if (Peek() != '"')
        {
            throw Expected("a string");
        }
    }

    /// <summary>The string that begins at the quote here.</summary>
    private string StringText()
    {
        var start = _position + 1;
        var stop = PlainEnd(start);
        if (_utf8[stop] != '"')
        {
            return DecodeText(start);
        }

        _position = stop + 1;
        return Encoding.Latin1.GetString(_utf8[start..stop]);
    }

    /// <summary>The string that begins at the quote here, in UTF-8.</summary>
    private ReadOnlySpan<byte> StringBytes()
    {
        var start = _position + 1;
        var stop = PlainEnd(start);
        if (_utf8[stop] != '"')
        {
            return Encoding.UTF8.GetBytes(DecodeText(start));
        }

        _position = stop + 1;
        return _utf8[start..stop];
    }

    /// <summary>Where the plain ASCII that begins at an index ends: at a quote, a backslash, a control character or a byte above ASCII.</summary>
    private readonly int PlainEnd(int index)
    {
        var utf8 = _utf8;
        while (utf8.Length - index >= Step)
        {
            var plain = BitOperations.TrailingZeroCount(NotPlain(Vector128.Create(utf8.Slice(index, Step))) | (1u << Step));
            index += plain;
            if (plain < Step)
            {
                return index;
            }
        }

        while ((uint)index < (uint)utf8.Length)
        {
            if (utf8[index] is < 0x20 or > 0x7F or (byte)'"' or (byte)'\\')
            {
                return index;
            }

            index++;
        }

        throw EndOfBody();
    }

    /// <summary>One bit for each byte that is not plain ASCII. Bytes above ASCII are negative as signed ones, and so less than a blank.</summary>
    private static uint NotPlain(Vector128<byte> bytes)
        => (Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();

    /// <summary>The string from an index on, when not all of it stands for itself.</summary>
    private string DecodeText(int index)
    {
        var text = new TextBuilder(stackalloc char[TextOnStack]);
        try
        {
            for (;;)
            {
                index = CopyPlain(ref text, index);
                var next = _utf8[index];
                if (next == '"')
                {
                    _position = index + 1;
                    return text.ToString();
                }

                index = next switch
                {
                    (byte)'\\' => Unescape(ref text, index + 1),
                    > 0x7F => Transcode(ref text, index),
                    _ => throw new JsonFormatException("A control character in a string must be escaped.", index),
                };
            }
        }
        finally
        {
            text.Dispose();
        }
    }

    private readonly int CopyPlain(ref TextBuilder text, int index)
    {
        var utf8 = _utf8;
        while (utf8.Length - index >= Step)
        {
            var bytes = Vector128.Create(utf8.Slice(index, Step));
            var (lower, upper) = Vector128.Widen(bytes);
            var room = MemoryMarshal.Cast<char, ushort>(text.Room(Step));
            lower.CopyTo(room);
            upper.CopyTo(room[(Step / 2)..]);
            var plain = BitOperations.TrailingZeroCount(NotPlain(bytes) | (1u << Step));
            text.Advance(plain);
            index += plain;
            if (plain < Step)
            {
                return index;
            }
        }

        var end = PlainEnd(index);
        foreach (var value in utf8[index..end])
        {
            text.Add((char)value);
        }

        return end;
    }

    /// <summary>Copies the run of bytes at an index that holds some above ASCII; they must be well-formed UTF-8.</summary>
    private readonly int Transcode(ref TextBuilder text, int index)
    {
        var run = Run(index);
        if (Utf8.ToUtf16(run, text.Room(run.Length), out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            throw NotUtf8(index + read);
        }

        text.Advance(written);
        return index + run.Length;
    }

    private readonly ReadOnlySpan<byte> Run(int index)
    {
        var length = _utf8[index..].IndexOfAny(Special);
        return length < 0 ? throw EndOfBody() : _utf8.Slice(index, length);
    }

    /// <summary>Undoes the escape whose backslash stands before an index.</summary>
    private readonly int Unescape(ref TextBuilder text, int index)
    {
        var kind = index < _utf8.Length ? _utf8[index] : throw EndOfBody();
        if (kind != 'u')
        {
            text.Add(SimpleEscape(kind, index));
            return index + 1;
        }

        var unit = CodeUnit(index + 1);
        index += 5;
        if (char.IsHighSurrogate(unit) && _utf8[index..].StartsWith("\\u"u8) && CodeUnit(index + 2) is var low && char.IsLowSurrogate(low))
        {
            text.Add(unit);
            text.Add(low);
            return index + 6;
        }

        text.Add(char.IsSurrogate(unit) ? Replacement : unit);
        return index;
    }

    private static char SimpleEscape(byte kind, int index) => kind switch
    {
        (byte)'"' or (byte)'\\' or (byte)'/' => (char)kind,
        (byte)'n' => '\n',
        (byte)'r' => '\r',
        (byte)'t' => '\t',
        (byte)'b' => '\b',
        (byte)'f' => '\f',
        _ => throw new JsonFormatException("Expected an escape.", index),
    };

    /// <summary>The UTF-16 code unit that four hexadecimal digits spell.</summary>
    private readonly char CodeUnit(int index)
    {
        if (_utf8.Length - index < 4)
        {
            throw EndOfBody();
        }

        return Utf8Parser.TryParse(_utf8.Slice(index, 4), out ushort unit, out var length, 'x') && length == 4
            ? (char)unit
            : throw new JsonFormatException("Expected four hexadecimal digits.", index);
    }

    /// <summary>Passes over the string that begins at the quote here.</summary>
    private void SkipString()
    {
        var index = _position + 1;
        for (;;)
        {
            index = PlainEnd(index);
            var next = _utf8[index];
            if (next == '"')
            {
                _position = index + 1;
                return;
            }

            index = next switch
            {
                (byte)'\\' => SkipEscape(index + 1),
                > 0x7F => SkipRun(index),
                _ => throw new JsonFormatException("A control character in a string must be escaped.", index),
            };
        }
    }

    private readonly int SkipEscape(int index)
    {
        var kind = index < _utf8.Length ? _utf8[index] : throw EndOfBody();
        if (kind == 'u')
        {
            CodeUnit(index + 1);
            return index + 5;
        }

        SimpleEscape(kind, index);
        return index + 1;
    }

    private readonly int SkipRun(int index)
    {
        var run = Run(index);
        return Utf8.IsValid(run) ? index + run.Length : throw NotUtf8(index);
    }

    private static JsonFormatException NotUtf8(int index) => new("The body is not UTF-8.", index);
}
