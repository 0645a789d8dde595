using System;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Checksums;

public sealed class BodyHashTests
{
    /// <summary>The check values of the definitions, in base64 and in the byte order of the network.</summary>
    [Theory]
    [InlineData("CRC32", "y/Q5Jg==")]
    [InlineData("CRC32C", "4waSgw==")]
    [InlineData("CRC64NVME", "rosUhgp5mIg=")]
    [InlineData("SHA1", "98O8HYCOBHMq32eZZczDTKeuNEE=")]
    [InlineData("SHA256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU=")]
    [InlineData("MD5", "JfnnlDI7RTiF9RgfG2JNCw==")]
    public void Pieces_have_the_checksum_of_the_whole(string algorithm, string expected)
    {
        using var hash = BodyHash.Create(algorithm)!;

        hash.Append("1234"u8);
        hash.Append("56789"u8);

        Assert.Equal(expected, hash.GetTextAndReset());
        Assert.Equal(Convert.FromBase64String(expected).Length, BodyHash.GetSize(algorithm));
    }

    [Fact]
    public void An_unknown_algorithm_has_no_hash() => Assert.Equal((null, 0), (BodyHash.Create("XXHASH3"), BodyHash.GetSize("XXHASH3")));
}
