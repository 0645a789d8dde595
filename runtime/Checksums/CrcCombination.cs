using System;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Core;

/// <summary>Computes the CRC of an object from those of its parts, without reading the parts again.</summary>
internal sealed class CrcCombination
{
    private const int BitsOfLength = 63;

    private static readonly string[] Names = ["CRC64NVME", "CRC32C", "CRC32"];

    private static readonly Dictionary<string, CrcCombination> Combinations =
        Names.ToDictionary(static algorithm => algorithm, static algorithm => new CrcCombination(ReflectedCrc.Find(algorithm)!), StringComparer.Ordinal);

    private readonly ReflectedCrc _crc;

    // x^(8 * 2^n) modulo the polynomial.
    private readonly ulong[] _powers;

    private CrcCombination(ReflectedCrc crc)
    {
        _crc = crc;
        _powers = new ulong[BitsOfLength];

        // The highest bit is x^0, so this is x^8.
        var power = 1UL << (crc.Width - 1 - 8);
        for (var n = 0; n < _powers.Length; n++)
        {
            _powers[n] = power;
            power = Multiply(power, power);
        }
    }

    /// <summary>The algorithms whose checksums can be combined, by their names in models. Those that are preferred come first.</summary>
    public static IReadOnlyList<string> Algorithms => Names;

    /// <summary>Whether checksums of an algorithm can be combined.</summary>
    public static bool IsSupported(string? algorithm) => Algorithms.Contains(algorithm);

    /// <summary>Combines the checksums of consecutive parts.</summary>
    /// <param name="algorithm">The algorithm, one of <see cref="Algorithms"/>.</param>
    /// <param name="parts">The checksums in base64, and the lengths of the parts in bytes.</param>
    /// <returns>The checksum of all parts in base64.</returns>
    public static string Combine(string algorithm, IEnumerable<(string Checksum, long Length)> parts)
    {
        var crc = Combinations.TryGetValue(algorithm, out var found) ? found : throw new ArgumentOutOfRangeException(nameof(algorithm));
        var combined = 0UL;
        foreach (var (checksum, length) in parts)
        {
            combined = crc.Shift(combined, length) ^ crc.Parse(checksum);
        }

        return crc.ToText(combined);
    }

    /// <summary>Returns the checksum as it is after a number of zero bytes.</summary>
    private ulong Shift(ulong checksum, long length)
    {
        for (var n = 0; length != 0; n++, length >>= 1)
        {
            if ((length & 1) != 0)
            {
                checksum = Multiply(_powers[n], checksum);
            }
        }

        return checksum;
    }

    /// <summary>Multiplies polynomials with reflected bits modulo the polynomial of the CRC.</summary>
    private ulong Multiply(ulong left, ulong right)
    {
        var product = 0UL;
        for (var bit = 1UL << (_crc.Width - 1); bit != 0; bit >>= 1)
        {
            if ((left & bit) != 0)
            {
                product ^= right;
            }

            right = (right & 1) == 0 ? right >> 1 : (right >> 1) ^ _crc.Polynomial;
        }

        return product;
    }

    private ulong Parse(string checksum)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        return Convert.TryFromBase64String(checksum, bytes, out var count) && count == _crc.Width / 8
            ? _crc.Width == 64 ? BinaryPrimitives.ReadUInt64BigEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes)
            : throw new FormatException("The text is not a checksum of " + _crc.Width + " bits in base64.");
    }

    private string ToText(ulong checksum)
    {
        Span<byte> bytes = stackalloc byte[sizeof(ulong)];
        bytes = bytes[..(_crc.Width / 8)];
        _crc.Write(checksum, bytes);
        return Convert.ToBase64String(bytes);
    }
}
