using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Checksums;

public sealed class Crc32Tests
{
    /// <summary>The check value of the definition of CRC-32.</summary>
    private const uint OfDigits = 0xCBF43926;

    private static readonly byte[] Digits = "123456789"u8.ToArray();

    [Fact]
    public void The_check_value_is_computed() => Assert.Equal(OfDigits, Crc32.Compute(Digits));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(9)]
    public void Parts_have_the_checksum_of_the_whole(int length) =>
        Assert.Equal(OfDigits, Crc32.Append(Crc32.Compute(Digits.AsSpan(0, length)), Digits.AsSpan(length)));

    [Fact]
    public async Task A_stream_has_the_checksum_of_what_was_read_and_of_the_rest()
    {
        using var source = new MemoryStream(Digits);
        using var stream = new Crc32Stream(source);

        Assert.Equal("12", Encoding.ASCII.GetString(new[] { (byte)stream.ReadByte(), (byte)stream.ReadByte() }));
        Assert.Equal(1, await stream.ReadAsync(new byte[1], CancellationToken.None));
        Assert.Equal(OfDigits, await stream.CompleteAsync(CancellationToken.None));
    }
}
