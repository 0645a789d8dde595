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

/// <content>Strings. Plain ASCII is read 16 bytes at a time.</content>
public ref partial struct JsonBodyReader
{
    private const int Step = 16;
    private const int StackTextLength = 256;
    private const char Replacement = '\uFFFD';

    // The bytes that end a run of bytes without escapes.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"u8
            + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F"u8);

    /// <summary>The character for the byte after a backslash; 0 for <c>u</c> and for invalid escapes.</summary>
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
    /// Reads a string. A number or a Boolean is converted to its text. A lone surrogate, which only an escape can produce, is replaced by U+FFFD.
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

    /// <summary>Reads a string as unescaped UTF-8. A number or a Boolean is converted to its text.</summary>
    /// <returns>The bytes, which are valid until the next read.</returns>
    public Utf8Text Utf8String() => new(Peek() == '"' ? StringUtf8() : ConvertToText());

    /// <summary>Reads the string at the current quote as UTF-8.</summary>
    private ReadOnlySpan<byte> StringUtf8()
    {
        var bytes = StringBytes();
        _atValue = false;
        return bytes;
    }

    /// <summary>Reads base64 data.</summary>
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

    /// <summary>Reads the string at the current quote.</summary>
    private string StringText()
    {
        var start = _position + 1;
        var stop = FindPlainEnd(start);
        if (_utf8[stop] != '"')
        {
            return DecodeText(start);
        }

        _position = stop + 1;
        return Encoding.Latin1.GetString(_utf8[start..stop]);
    }

    /// <summary>Reads the string at the current quote as UTF-8.</summary>
    private ReadOnlySpan<byte> StringBytes()
    {
        var start = _position + 1;
        var stop = FindPlainEnd(start);
        if (_utf8[stop] != '"')
        {
            return Encoding.UTF8.GetBytes(DecodeText(start));
        }

        _position = stop + 1;
        return _utf8[start..stop];
    }

    /// <summary>Returns the end of the plain ASCII at an index: a quote, a backslash, a control character or a byte above ASCII.</summary>
    private readonly int FindPlainEnd(int index)
    {
        ref var start = ref MemoryMarshal.GetReference(_utf8);
        for (var last = _utf8.Length - Step; index <= last; index += Step)
        {
            var mask = GetNotPlainMask(Vector128.LoadUnsafe(ref start, (nuint)index));
            if (mask != 0)
            {
                return index + BitOperations.TrailingZeroCount(mask);
            }
        }

        for (; (uint)index < (uint)_utf8.Length; index++)
        {
            if (_utf8[index] is < 0x20 or > 0x7F or (byte)'"' or (byte)'\\')
            {
                return index;
            }
        }

        throw CreateEndOfBodyException();
    }

    /// <summary>Returns one bit for each byte that is not plain ASCII. Bytes above ASCII are negative as signed bytes, so they are less than a space.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint GetNotPlainMask(Vector128<byte> bytes)
        => (Vector128.Equals(bytes, Vector128.Create((byte)'"'))
            | Vector128.Equals(bytes, Vector128.Create((byte)'\\'))
            | Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()).ExtractMostSignificantBits();

    /// <summary>Decodes a string with escapes or non-ASCII characters.</summary>
    private string DecodeText(int index)
    {
        var text = new TextBuilder(stackalloc char[StackTextLength]);
        try
        {
            while (true)
            {
                index = CopyCommon(ref text, index);
                var next = index < _utf8.Length ? _utf8[index] : throw CreateEndOfBodyException();
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
                        throw CreateControlCharacterException(index);
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
    /// Copies plain ASCII and simple escapes, 16 bytes at a time, while more than 16 bytes remain. JSON within JSON strings, which many services send, has
    /// hardly anything else.
    /// </summary>
    private readonly int CopyCommon(ref TextBuilder text, int index)
    {
        ref var start = ref MemoryMarshal.GetReference(_utf8);
        ref var escapes = ref MemoryMarshal.GetReference(SimpleEscapes);
        var decodesQuotes = EscapedQuotes.IsSupported;
        var from = (nuint)index;

        // One additional byte must follow each step, so that the byte after a backslash can be read.
        for (var last = (nint)(_utf8.Length - Step - 1); (nint)from <= last;)
        {
            // The destination has space for one escape after a step.
            var destination = text.GetSpan(Step + 1, _utf8.Length - (int)from);
            ref var to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(destination));
            var full = (nuint)(destination.Length - Step);
            nuint length = 0;
            while ((nint)from <= last && length < full)
            {
                var bytes = Vector128.LoadUnsafe(ref start, from);
                var mask = GetNotPlainMask(bytes);
                if (mask != 0 && decodesQuotes)
                {
                    var quotes = Vector128.Equals(bytes, Vector128.Create((byte)'"')).ExtractMostSignificantBits();
                    var backslashes = Vector128.Equals(bytes, Vector128.Create((byte)'\\')).ExtractMostSignificantBits();
                    if (EscapedQuotes.AreAll(quotes, backslashes, mask))
                    {
                        length += EscapedQuotes.Write(bytes, backslashes, ref Unsafe.Add(ref to, length), out var read);
                        from += read;
                        continue;
                    }
                }

                Vector128.WidenLower(bytes).StoreUnsafe(ref to, length);
                Vector128.WidenUpper(bytes).StoreUnsafe(ref to, length + (Step / 2));
                if (mask == 0)
                {
                    from += Step;
                    length += Step;
                    continue;
                }

                var plain = (nuint)BitOperations.TrailingZeroCount(mask);
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

    /// <summary>Converts the run of bytes at an index, which has non-ASCII characters, from UTF-8. It must be well-formed.</summary>
    private readonly int Transcode(ref TextBuilder text, int index)
    {
        var run = GetRun(index);
        var destination = text.GetSpan(run.Length, run.Length);
        if (Utf8.ToUtf16(run, destination, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            throw CreateInvalidUtf8Exception(index + read);
        }

        text.Advance(written);
        return index + run.Length;
    }

    private readonly ReadOnlySpan<byte> GetRun(int index)
    {
        var length = _utf8[index..].IndexOfAny(Special);
        return length < 0 ? throw CreateEndOfBodyException() : _utf8.Slice(index, length);
    }

    /// <summary>Decodes the escape whose backslash is before an index.</summary>
    private readonly int Unescape(ref TextBuilder text, int index)
    {
        var kind = index < _utf8.Length ? _utf8[index] : throw CreateEndOfBodyException();
        if (kind != 'u')
        {
            text.Add(DecodeSimpleEscape(kind, index));
            return index + 1;
        }

        var unit = ParseCodeUnit(index + 1);
        index += 5;
        if (char.IsHighSurrogate(unit) && _utf8[index..].StartsWith("\\u"u8) && ParseCodeUnit(index + 2) is var low && char.IsLowSurrogate(low))
        {
            text.Add(unit);
            text.Add(low);
            return index + 6;
        }

        text.Add(char.IsSurrogate(unit) ? Replacement : unit);
        return index;
    }

    private static char DecodeSimpleEscape(byte kind, int index)
        => SimpleEscapes[kind] is not 0 and var escape ? (char)escape : throw new BodyFormatException("Expected an escape sequence.", index);

    /// <summary>Parses the four hexadecimal digits of a UTF-16 code unit.</summary>
    private readonly char ParseCodeUnit(int index)
    {
        if (_utf8.Length - index < 4)
        {
            throw CreateEndOfBodyException();
        }

        return Utf8Parser.TryParse(_utf8.Slice(index, 4), out ushort unit, out var length, 'x') && length == 4
            ? (char)unit
            : throw new BodyFormatException("Expected four hexadecimal digits.", index);
    }

    /// <summary>Skips the string at the current quote.</summary>
    private void SkipString()
    {
        var index = _position + 1;
        while (true)
        {
            index = FindPlainEnd(index);
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
                _ => throw CreateControlCharacterException(index),
            };
        }
    }

    private readonly int SkipEscape(int index)
    {
        var kind = index < _utf8.Length ? _utf8[index] : throw CreateEndOfBodyException();
        if (kind == 'u')
        {
            ParseCodeUnit(index + 1);
            return index + 5;
        }

        DecodeSimpleEscape(kind, index);
        return index + 1;
    }

    private readonly int SkipRun(int index)
    {
        var run = GetRun(index);
        return Utf8.IsValid(run) ? index + run.Length : throw CreateInvalidUtf8Exception(index);
    }

    private static BodyFormatException CreateControlCharacterException(int index) => new("A control character in a string must be escaped.", index);

    private static BodyFormatException CreateInvalidUtf8Exception(int index) => new("The body is not valid UTF-8.", index);
}
