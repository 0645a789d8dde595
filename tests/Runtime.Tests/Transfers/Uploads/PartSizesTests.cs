using System.Linq;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Transfers.Uploads;

public sealed class PartSizesTests
{
    private const long MebiByte = 1024 * 1024;
    private const long TebiByte = MebiByte * MebiByte;

    [Theory]
    [InlineData(8 * MebiByte, 0, 8 * MebiByte)]
    [InlineData(8 * MebiByte, 80_000 * MebiByte, 8 * MebiByte)]
    [InlineData(8 * MebiByte, (80_000 * MebiByte) + 1, 9 * MebiByte)]
    [InlineData(8 * MebiByte, 5 * TebiByte, 525 * MebiByte)]
    public void Ten_thousand_parts_suffice_for_a_known_length(long size, long length, long expected)
    {
        Assert.Equal(expected, PartSizes.ForLength(size, length));
        Assert.True(PartSizes.ForLength(size, length) * PartSizes.MaxParts >= length);
    }

    [Fact]
    public void Parts_of_an_unknown_length_grow()
    {
        var sizes = Enumerable.Range(1, PartSizes.MaxParts).Select(static number => PartSizes.ForPart(8 * MebiByte, number)).ToList();

        Assert.Equal((8 * MebiByte, 8 * MebiByte, 16 * MebiByte, 512 * MebiByte), (sizes[0], sizes[999], sizes[1000], sizes[^1]));
        Assert.True(sizes.Sum() > 2 * TebiByte);
    }

    [Fact]
    public void Large_parts_do_not_become_smaller() => Assert.Equal(1000 * MebiByte, PartSizes.ForPart(1000 * MebiByte, 9999));
}
