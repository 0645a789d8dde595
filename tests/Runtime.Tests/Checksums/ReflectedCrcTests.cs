using System;
using System.Linq;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Checksums;

/// <summary>The CRC algorithms, by their published check values and by the bit-wise definition.</summary>
public sealed class ReflectedCrcTests
{
    private static readonly byte[] Digits = "123456789"u8.ToArray();

    [Fact]
    public void Check_values_are_computed() => Assert.Equal(
        [0xCBF43926, 0xE3069283, 0xAE8B14860A799888],
        new[] { Crc32.Algorithm, Crc32C.Algorithm, Crc64Nvme.Algorithm }.Select(static crc => crc.Append(0, Digits)));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    public void Parts_have_the_checksum_of_the_whole(int length) =>
        Assert.Equal(0xCBF43926, Crc32.Append(Crc32.Compute(Digits.AsSpan(0, length)), Digits.AsSpan(length)));

    [Theory]
    [InlineData(0xEDB88320, 32)]
    [InlineData(0x82F63B78, 32)]
    [InlineData(0x9A6C9329AC4BC9B5, 64)]
    public void All_lengths_have_the_checksum_of_the_definition(ulong polynomial, int width)
    {
        var crc = new ReflectedCrc(polynomial, width);
        var bytes = new byte[700];
        new Random(1).NextBytes(bytes);

        var expected = 0UL;
        for (var length = 0; length <= bytes.Length; length++)
        {
            Assert.Equal(expected, crc.Append(0, bytes.AsSpan(0, length)));
            Assert.Equal(expected, crc.Append(crc.Append(0, bytes.AsSpan(0, length / 3)), bytes.AsSpan(length / 3, length - (length / 3))));
            expected = length < bytes.Length ? AppendBits(expected, bytes[length], polynomial, width) : 0;
        }
    }

    private static ulong AppendBits(ulong checksum, byte value, ulong polynomial, int width)
    {
        var mask = ulong.MaxValue >> (64 - width);
        var crc = (~checksum & mask) ^ value;
        for (var bit = 0; bit < 8; bit++)
        {
            crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ polynomial;
        }

        return ~crc & mask;
    }
}
