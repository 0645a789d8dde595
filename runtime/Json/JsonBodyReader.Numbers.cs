using System;
using System.Globalization;
using System.Numerics;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Numbers.</content>
public ref partial struct JsonBodyReader
{
    private const int MaxFastDigits = 18;
    private const string IntegerDescription = "an integer in range";

    /// <summary>Reads an integer, also from a string. <c>1500.0</c> and <c>1.5e3</c> are valid integers.</summary>
    /// <returns>The value.</returns>
    public int Int32()
    {
        Peek();
        var start = _position;
        var value = Int64();
        if (value is < int.MinValue or > int.MaxValue)
        {
            Omit(start, IntegerDescription);
            return 0;
        }

        return (int)value;
    }

    /// <inheritdoc cref="Int32"/>
    public long Int64()
    {
        var utf8 = _utf8;
        var negative = Peek() == '-';
        var first = negative ? _position + 1 : _position;
        var index = first;
        var value = 0L;
        while ((uint)index < (uint)utf8.Length && index - first < MaxFastDigits && char.IsAsciiDigit((char)utf8[index]))
        {
            value = (value * 10) + utf8[index++] - '0';
        }

        var isPlain = index > first
            && (utf8[first] != '0' || index == first + 1)
            && ((uint)index >= (uint)utf8.Length || utf8[index] is not (>= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'e' or (byte)'E'));
        if (!isPlain)
        {
            return ConvertToInteger();
        }

        _position = index;
        _atValue = false;
        return negative ? -value : value;
    }

    /// <summary>Reads a number, also from a string, which may also be <c>NaN</c>, <c>Infinity</c> or <c>-Infinity</c>.</summary>
    /// <returns>The nearest value.</returns>
    public float Single() => ReadFloatingPoint<float>();

    /// <inheritdoc cref="Single"/>
    public double Double() => ReadFloatingPoint<double>();

    private T ReadFloatingPoint<T>()
        where T : struct, INumberBase<T>
    {
        var next = Peek();
        var start = _position;
        if (IsNumber(next))
        {
            return T.Parse(NumberBytes("a number"), NumberStyles.Float, CultureInfo.InvariantCulture);
        }

        if (next == '"' && ScalarText.TryParseNumber(StringUtf8(), out T value))
        {
            return value;
        }

        Omit(start, "a number");
        return default;
    }

    /// <summary>Converts a number with a fraction or an exponent, or a string, to an integer.</summary>
    private long ConvertToInteger()
    {
        var next = Peek();
        var start = _position;
        var value = 0L;
        var isInteger = IsNumber(next)
            ? IntegerText.TryParse(NumberBytes(IntegerDescription), out value)
            : next == '"' && ScalarText.TryParseInteger(StringUtf8(), out value);
        if (!isInteger)
        {
            Omit(start, IntegerDescription);
            return 0;
        }

        return value;
    }

    private static bool IsNumber(byte first) => first == '-' || char.IsAsciiDigit((char)first);

    /// <summary>Returns the text of the current number, validated by the JSON grammar.</summary>
    private ReadOnlySpan<byte> NumberBytes(string expected)
    {
        var start = _position;
        var index = _utf8[start] == '-' ? start + 1 : start;
        index = index < _utf8.Length && _utf8[index] == '0' ? index + 1 : FindDigitsEnd(index, expected);
        if (index < _utf8.Length && _utf8[index] == '.')
        {
            index = FindDigitsEnd(index + 1, "a digit");
        }

        if (index < _utf8.Length && _utf8[index] is (byte)'e' or (byte)'E')
        {
            index++;
            index = FindDigitsEnd(index < _utf8.Length && _utf8[index] is (byte)'+' or (byte)'-' ? index + 1 : index, "a digit");
        }

        _position = index;
        _atValue = false;
        return _utf8[start..index];
    }

    /// <summary>Returns the end of the digits at an index. There must be at least one digit.</summary>
    private readonly int FindDigitsEnd(int index, string expected)
    {
        var length = index < _utf8.Length ? _utf8[index..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') : 0;
        return length switch
        {
            < 0 => _utf8.Length,
            0 => throw (index < _utf8.Length ? new BodyFormatException("Expected " + expected + ".", index) : CreateEndOfBodyException()),
            _ => index + length,
        };
    }
}
