using System;
using System.Buffers;
using System.Buffers.Text;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using System.Text.Unicode;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Strings: 16 bytes a step while they are plain ASCII.</content>
public ref partial struct JsonBodyReader
{
    private const int Step = 16;
    private const int TextOnStack = 256;
    private const char Replacement = '\uFFFD';

    // What ends a run of bytes that stand for themselves.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"u8
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    /// <summary>What the byte after a backslash stands for; 0 for <c>u</c> and for bytes that make no escape.</summary>
    private static ReadOnlySpan<byte> SimpleEscapes =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, (byte)'"', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'/', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte)'\\', 0, 0, 0,
        0, 0, (byte)'\b', 0, 0, 0, (byte)'\f', 0, 0, 0, 0, 0, 0, 0, (byte)'\n', 0, 0, 0, (byte)'\r', 0, (byte)'\t', 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    /// <summary>
    /// Reads a string; a number or a boolean becomes the text that stands for it. A lone surrogate, which only an escape can spell, becomes U+FFFD.
    /// </summary>
    /// <returns>The value.</returns>
    public string String()
    {
        if (Peek() != '"')
        {
            return Encoding.UTF8.GetString(ConvertToText());
        }

        var text = StringText();
        _atValue = false;
        return text;
    }

    /// <summary>Reads a string as UTF-8, its escapes undone; a number or a boolean becomes the text that stands for it.</summary>
    /// <returns>The bytes, valid until the reader moves on.</returns>
    public Utf8Text Utf8String() => new(Peek() == '"' ? StringUtf8() : ConvertToText());

    /// <summary>The string that begins at the quote here, in UTF-8.</summary>
    private ReadOnlySpan<byte> StringUtf8()
    {
        var bytes = StringBytes();
        _atValue = false;
        return bytes;
    }

    /// <summary>Reads base64.</summary>
    /// <returns>The bytes.</returns>
    public ReadOnlyMemory<byte> Blob()
    {
        var isString = Peek() == '"';
        var start = _position;
        if (isString)
        {
            var text = StringUtf8();
            var bytes = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
            if (Base64.DecodeFromUtf8(text, bytes, out _, out var written) == OperationStatus.Done)
            {
                return bytes.AsMemory(0, written);
            }
        }

        Omit(start, "base64");
        return default;
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
        ref var start = ref MemoryMarshal.GetReference(_utf8);
        for (var last = _utf8.Length - Step; index <= last; index += Step)
        {
            var notPlain = NotPlain(Vector128.LoadUnsafe(ref start, (nuint)index));
            if (notPlain != 0)
            {
                return index + BitOperations.TrailingZeroCount(notPlain);
            }
        }

        for (; (uint)index < (uint)_utf8.Length; index++)
        {
            if (_utf8[index] is < 0x20 or > 0x7F or (byte)'"' or (byte)'\\')
            {
                return index;
            }
        }

        throw EndOfBody();
    }

    /// <summary>One bit for each byte that is not plain ASCII. Bytes above ASCII are negative as signed ones, and so less than a blank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
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
                index = CopyCommon(ref text, index);
                var next = index < _utf8.Length ? _utf8[index] : throw EndOfBody();
                switch (next)
                {
                    case (byte)'"':
                        _position = index + 1;
                        return text.ToString();
                    case (byte)'\\':
                        index = Unescape(ref text, index + 1);
                        break;
                    case > 0x7F:
                        index = Transcode(ref text, index);
                        break;
                    case < 0x20:
                        throw Unescaped(index);
                    default:
                        text.Add((char)next);
                        index++;
                        break;
                }
            }
        }
        finally
        {
            text.Dispose();
        }
    }

    /// <summary>
    /// Copies plain ASCII and simple escapes, 16 bytes a step, as far as there are 16 bytes. JSON within JSON, which services like to send, is
    /// made of little else.
    /// </summary>
    private readonly int CopyCommon(ref TextBuilder text, int index)
    {
        ref var start = ref MemoryMarshal.GetReference(_utf8);
        ref var escapes = ref MemoryMarshal.GetReference(SimpleEscapes);
        var from = (nuint)index;

        // After a step there is one byte more, so that a backslash is never the last one that may be read.
        for (var last = _utf8.Length - Step - 1; (nint)from <= last;)
        {
            // In the room there is space for one escape after a step.
            var room = text.Room(Step + 1, _utf8.Length - (int)from);
            ref var to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(room));
            var full = (nuint)(room.Length - Step);
            nuint length = 0;
            while ((nint)from <= last && length < full)
            {
                var bytes = Vector128.LoadUnsafe(ref start, from);
                var (lower, upper) = Vector128.Widen(bytes);
                lower.StoreUnsafe(ref to, length);
                upper.StoreUnsafe(ref to, length + (Step / 2));
                var notPlain = NotPlain(bytes);
                if (notPlain == 0)
                {
                    from += Step;
                    length += Step;
                    continue;
                }

                var plain = (nuint)BitOperations.TrailingZeroCount(notPlain);
                from += plain;
                length += plain;
                var escape = Unsafe.Add(ref start, from) == '\\' ? Unsafe.Add(ref escapes, (nuint)Unsafe.Add(ref start, from + 1)) : (byte)0;
                if (escape == 0)
                {
                    text.Advance((int)length);
                    return (int)from;
                }

                Unsafe.Add(ref to, length) = escape;
                length++;
                from += 2;
            }

            text.Advance((int)length);
        }

        return (int)from;
    }

    /// <summary>Copies the run of bytes at an index that holds some above ASCII; they must be well-formed UTF-8.</summary>
    private readonly int Transcode(ref TextBuilder text, int index)
    {
        var run = Run(index);
        var room = text.Room(run.Length, run.Length);
        if (Utf8.ToUtf16(run, room, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
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

    private static char SimpleEscape(byte kind, int index)
        => SimpleEscapes[kind] is not 0 and var escape ? (char)escape : throw new JsonFormatException("Expected an escape.", index);

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
                _ => throw Unescaped(index),
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

    private static JsonFormatException Unescaped(int index) => new("A control character in a string must be escaped.", index);

    private static JsonFormatException NotUtf8(int index) => new("The body is not UTF-8.", index);
}
