using System;
using System.Linq;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Checksums;

public sealed class CrcCombinationTests
{
    [Theory]
    [InlineData("CRC32")]
    [InlineData("CRC32C")]
    [InlineData("CRC64NVME")]
    public void The_checksum_of_parts_is_that_of_the_whole(string algorithm)
    {
        var random = new Random(11);
        for (var round = 0; round < 200; round++)
        {
            var parts = Enumerable.Range(0, random.Next(1, 6)).Select(_ =>
            {
                var part = new byte[random.Next(0, 3000)];
                random.NextBytes(part);
                return part;
            }).ToList();

            Assert.Equal(
                Compute(algorithm, [.. parts.SelectMany(static part => part)]),
                CrcCombination.Combine(algorithm, parts.Select(part => (Compute(algorithm, part), (long)part.Length))));
        }
    }

    [Fact]
    public void No_parts_have_the_checksum_of_nothing() => Assert.Equal(Compute("CRC32", []), CrcCombination.Combine("CRC32", []));

    [Fact]
    public void Lengths_of_more_than_32_bits_are_supported()
    {
        // The checksum of 5 GiB of zeros, in pieces of 1 GiB and in one step.
        var gibiByte = CrcCombination.Combine("CRC32", Enumerable.Repeat((Compute("CRC32", new byte[1024 * 1024]), 1024L * 1024), 1024));
        var five = CrcCombination.Combine("CRC32", Enumerable.Repeat((gibiByte, 1024L * 1024 * 1024), 5));
        var one = CrcCombination.Combine("CRC32", [(Compute("CRC32", [1]), 1), (five, 5L * 1024 * 1024 * 1024)]);

        Assert.Equal(one, CrcCombination.Combine("CRC32", Enumerable.Repeat((gibiByte, 1024L * 1024 * 1024), 5).Prepend((Compute("CRC32", [1]), 1))));
    }

    [Theory]
    [InlineData("AAAAAA==-2")]
    [InlineData("AAAAAAAAAAA=")]
    [InlineData("")]
    public void Text_that_is_no_checksum_is_refused(string text) => Assert.Throws<FormatException>(() => CrcCombination.Combine("CRC32", [(text, 1)]));

    private static string Compute(string algorithm, ReadOnlySpan<byte> bytes)
    {
        using var hash = BodyHash.Create(algorithm)!;
        hash.Append(bytes);
        return hash.GetTextAndReset();
    }
}
