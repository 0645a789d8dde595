using System;
using System.Globalization;

namespace DataZoneGen.Wire;

/// <content>Numbers.</content>
public ref partial struct JsonBodyReader
{
    private const int DigitsThatFit = 18;

    /// <summary>Reads an integer; <c>1500.0</c> and <c>1.5e3</c> are integers too.</summary>
    /// <returns>The value.</returns>
    public int Int32()
    {
        Peek();
        var start = _position;
        var value = Int64();
        return value is >= int.MinValue and <= int.MaxValue ? (int)value : throw NoInteger(start);
    }

    /// <inheritdoc cref="Int32"/>
    public long Int64()
    {
        var utf8 = _utf8;
        var negative = Peek() == '-';
        var first = negative ? _position + 1 : _position;
        var index = first;
        var value = 0L;
        while ((uint)index < (uint)utf8.Length && index - first < DigitsThatFit && char.IsAsciiDigit((char)utf8[index]))
        {
            value = (value * 10) + utf8[index++] - '0';
        }

        var isPlain = index > first
            && (utf8[first] != '0' || index == first + 1)
            && ((uint)index >= (uint)utf8.Length || utf8[index] is not (>= (byte)'0' and <= (byte)'9' or (byte)'.' or (byte)'e' or (byte)'E'));
        if (!isPlain)
        {
            var start = _position;
            return IntegerText.TryParse(NumberBytes("an integer"), out value) ? value : throw NoInteger(start);
        }

        _position = index;
        _atValue = false;
        return negative ? -value : value;
    }

    /// <summary>Reads a number, or one of the strings <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>.</summary>
    /// <returns>The nearest value.</returns>
    public float Single()
        => Peek() == '"' ? (float)NotFinite() : float.Parse(NumberBytes("a number"), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Single"/>
    public double Double()
        => Peek() == '"' ? NotFinite() : double.Parse(NumberBytes("a number"), NumberStyles.Float, CultureInfo.InvariantCulture);

    private double NotFinite()
    {
        var start = _position;
        var text = StringUtf8();
        return text.SequenceEqual("NaN"u8) ? double.NaN
            : text.SequenceEqual("Infinity"u8) ? double.PositiveInfinity
            : text.SequenceEqual("-Infinity"u8) ? double.NegativeInfinity
            : throw new JsonFormatException("Expected a number.", start);
    }

    /// <summary>The text of the number here, which is as JSON writes numbers.</summary>
    private ReadOnlySpan<byte> NumberBytes(string what)
    {
        var start = _position;
        var index = _utf8[start] == '-' ? start + 1 : start;
        index = index < _utf8.Length && _utf8[index] == '0' ? index + 1 : Digits(index, what);
        if (index < _utf8.Length && _utf8[index] == '.')
        {
            index = Digits(index + 1, "a digit");
        }

        if (index < _utf8.Length && _utf8[index] is (byte)'e' or (byte)'E')
        {
            index++;
            index = Digits(index < _utf8.Length && _utf8[index] is (byte)'+' or (byte)'-' ? index + 1 : index, "a digit");
        }

        _position = index;
        _atValue = false;
        return _utf8[start..index];
    }

    /// <summary>Where the digits at an index end; there must be one at least.</summary>
    private readonly int Digits(int index, string what)
    {
        var length = index < _utf8.Length ? _utf8[index..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') : 0;
        return length switch
        {
            < 0 => _utf8.Length,
            0 => throw (index < _utf8.Length ? new JsonFormatException("Expected " + what + ".", index) : EndOfBody()),
            _ => index + length,
        };
    }

    private static JsonFormatException NoInteger(int start) => new("Expected an integer that fits.", start);
}
