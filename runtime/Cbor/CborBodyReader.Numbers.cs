using System;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Numbers and timestamps.</content>
public ref partial struct CborBodyReader
{
    private const string IntegerDescription = "an integer in range";

    // 2 to the power of 63: the first number that is too large for a long.
    private const double Int64Limit = 9_223_372_036_854_775_808;

    // Far beyond all timestamps, and in the range of decimal.
    private const double TimestampLimit = 1e20;

    /// <summary>Reads an integer, also from a floating-point number without a fraction.</summary>
    /// <returns>The value.</returns>
    public int Int32()
    {
        Peek();
        var start = _position;
        if (!TryReadInteger(out var value) || value is < int.MinValue or > int.MaxValue)
        {
            Omit(start, IntegerDescription);
            return 0;
        }

        return (int)value;
    }

    /// <inheritdoc cref="Int32"/>
    public long Int64()
    {
        Peek();
        var start = _position;
        if (!TryReadInteger(out var value))
        {
            Omit(start, IntegerDescription);
            return 0;
        }

        return value;
    }

    /// <summary>Reads a floating-point number of any size, or an integer.</summary>
    /// <returns>The nearest value.</returns>
    public float Single() => (float)Double();

    /// <inheritdoc cref="Single"/>
    public double Double()
    {
        var first = Peek();
        if (!IsInteger(first) && !IsFloatingPoint(first))
        {
            Omit(_position, "a number");
            return 0;
        }

        var argument = ReadArgument(first);
        _atValue = false;
        return (first >> CborType.Shift) switch
        {
            CborType.Unsigned => argument,

            // The number is -1 - argument. Adding 1 to the largest argument overflows, but rounds to the same number.
            CborType.Negative => -(double)Math.Max(argument, unchecked(argument + 1)),
            _ => ConvertFloatingPoint(first, argument),
        };
    }

    /// <summary>Reads a timestamp in epoch seconds, with or without its tag. The fraction is accurate to milliseconds or better.</summary>
    /// <returns>The timestamp in UTC.</returns>
    public DateTimeOffset Timestamp()
    {
        var first = Peek();
        var start = _position;
        if (!TryReadDecimal(first, out var seconds) || !WireTimestampReader.TryConvertEpoch(seconds, out var value))
        {
            Omit(start, "a timestamp");
            return default;
        }

        _atValue = false;
        return value;
    }

    private bool TryReadInteger(out long value)
    {
        value = 0;
        var first = Peek();
        if (IsInteger(first))
        {
            var argument = ReadArgument(first);
            value = first >> CborType.Shift == CborType.Negative ? ~(long)argument : (long)argument;
            _atValue = false;
            return argument <= long.MaxValue;
        }

        if (!IsFloatingPoint(first))
        {
            return false;
        }

        var number = ConvertFloatingPoint(first, ReadArgument(first));
        if (number < -Int64Limit || number >= Int64Limit || !double.IsInteger(number))
        {
            return false;
        }

        value = (long)number;
        _atValue = false;
        return true;
    }

    private bool TryReadDecimal(byte first, out decimal value)
    {
        value = 0;
        if (IsInteger(first))
        {
            value = ReadArgument(first);
            value = first >> CborType.Shift == CborType.Negative ? -1 - value : value;
            return true;
        }

        if (!IsFloatingPoint(first) || ConvertFloatingPoint(first, ReadArgument(first)) is not (> -TimestampLimit and < TimestampLimit and var number))
        {
            return false;
        }

        value = (decimal)number;
        return true;
    }

    private static bool IsInteger(byte first) => first >> CborType.Shift <= CborType.Negative;

    private static bool IsFloatingPoint(byte first) => first is CborType.Half or CborType.Single or CborType.Double;

    private static double ConvertFloatingPoint(byte first, ulong bits) => first switch
    {
        CborType.Half => (double)BitConverter.UInt16BitsToHalf((ushort)bits),
        CborType.Single => BitConverter.UInt32BitsToSingle((uint)bits),
        _ => BitConverter.UInt64BitsToDouble(bits),
    };
}
