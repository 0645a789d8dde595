using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Checksums;

public sealed class ChecksumStreamTests
{
    private static readonly byte[] Digits = "123456789"u8.ToArray();

    [Fact]
    public async Task A_stream_that_matches_is_read_to_its_end()
    {
        using var stream = Create("y/Q5Jg==");

        Assert.Equal('1', stream.ReadByte());
        Assert.Equal(8, await stream.ReadAsync(new byte[20]));
        Assert.Equal(0, await stream.ReadAsync(new byte[20]));
    }

    [Fact]
    public async Task A_mismatch_is_reported_before_the_end_of_a_stream_without_length()
    {
        using var stream = Create("AAAAAA==");

        Assert.Equal(9, await stream.ReadAsync(new byte[20]));
        await Assert.ThrowsAsync<ChecksumMismatchException>(() => stream.ReadAsync(new byte[20]).AsTask());
        await Assert.ThrowsAsync<ChecksumMismatchException>(() => stream.ReadAsync(new byte[20]).AsTask());
    }

    [Fact]
    public void A_mismatch_is_reported_with_the_last_bytes_of_a_stream_with_length()
    {
        using var stream = Create("AAAAAA==", length: 9);

        Assert.Equal(5, stream.Read(new byte[5], 0, 5));
        Assert.Throws<ChecksumMismatchException>(() => stream.Read(new byte[4], 0, 4));
    }

    [Fact]
    public async Task The_rest_that_a_decoder_leaves_is_compared()
    {
        using var stream = Create("AAAAAA==");

        await Assert.ThrowsAsync<ChecksumMismatchException>(() => stream.CompleteAsync(CancellationToken.None).AsTask());
    }

    private static ChecksumStream Create(string expected, long? length = null) =>
        new(new MemoryStream(Digits), new ExpectedChecksum("CRC32", Convert.FromBase64String(expected), "CRC-32"), length);
}
