using System.Buffers.Binary;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>The heads of values: the first byte, and the argument that follows it. And values that are skipped.</content>
public ref partial struct CborBodyReader
{
    /// <summary>Reads the head of the value at the current position.</summary>
    /// <param name="first">The first byte of the value.</param>
    /// <returns>The argument: an integer, a length, a tag, or the bits of a floating-point number.</returns>
    private ulong ReadArgument(byte first)
    {
        var info = first & CborType.InfoMask;
        if (info < CborType.OneByte)
        {
            _position++;
            return (ulong)info;
        }

        if (info > CborType.EightBytes)
        {
            throw new BodyFormatException("The first byte of a value is invalid.", _position);
        }

        var length = 1 << (info - CborType.OneByte);
        var start = _position + 1;
        if (_body.Length - start < length)
        {
            throw CreateEndOfBodyException();
        }

        var argument = _body.Slice(start, length);
        _position = start + length;
        return length switch
        {
            1 => argument[0],
            sizeof(ushort) => BinaryPrimitives.ReadUInt16BigEndian(argument),
            sizeof(uint) => BinaryPrimitives.ReadUInt32BigEndian(argument),
            _ => BinaryPrimitives.ReadUInt64BigEndian(argument),
        };
    }

    /// <summary>Reads the head of a definite string, and checks its length.</summary>
    private int ReadLength(byte first)
    {
        var start = _position;
        var length = ReadArgument(first);
        return length <= (ulong)(_body.Length - _position) ? (int)length : throw CreateLengthException(start);
    }

    /// <summary>Reads the head of an array or a map. Each element has at least one byte, each entry two.</summary>
    /// <returns>The number of elements or entries; <see cref="CborLevel.UntilBreak"/> if the length is indefinite.</returns>
    private int ReadCount(byte first)
    {
        if ((first & CborType.InfoMask) == CborType.Indefinite)
        {
            _position++;
            return CborLevel.UntilBreak;
        }

        var start = _position;
        var count = ReadArgument(first);
        var max = (_body.Length - _position) >> (first >> CborType.Shift == CborType.Map ? 1 : 0);
        return count <= (ulong)max ? (int)count : throw CreateLengthException(start);
    }

    /// <summary>Skips the item at the current position: a value or a key.</summary>
    private void SkipItem()
    {
        var first = Peek();
        switch (first >> CborType.Shift)
        {
            case CborType.Unsigned:
            case CborType.Negative:
                ReadArgument(first);
                break;
            case CborType.Bytes:
            case CborType.Text:
                SkipString(first);
                break;
            case CborType.Array:
                SkipItems(first, itemsPerEntry: 1);
                break;
            case CborType.Map:
                SkipItems(first, itemsPerEntry: 2);
                break;
            default:
                SkipOther(first);
                break;
        }
    }

    private void SkipItems(byte first, int itemsPerEntry)
    {
        CheckDepth();
        _depth++;
        for (var remaining = ReadCount(first); remaining > 0 || (remaining < 0 && !TryBreak()); remaining -= remaining > 0 ? 1 : 0)
        {
            for (var item = 0; item < itemsPerEntry; item++)
            {
                SkipItem();
            }
        }

        _depth--;
    }

    /// <summary>Skips a simple value or a floating-point number.</summary>
    private void SkipOther(byte first)
    {
        var start = _position;
        var value = ReadArgument(first);
        if ((first & CborType.InfoMask) == CborType.OneByte && value <= CborType.Indefinite)
        {
            throw new BodyFormatException("The simple value is invalid.", start);
        }
    }

    /// <summary>Skips a member whose key is not a text string.</summary>
    private void SkipMember()
    {
        SkipItem();
        Skip();
    }

    private static BodyFormatException CreateLengthException(int start) => new("A value declares a length beyond the end of the body.", start);
}
