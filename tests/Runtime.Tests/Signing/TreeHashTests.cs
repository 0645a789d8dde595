using System;
using System.IO;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

public class TreeHashTests
{
    private const int Mebibyte = 1024 * 1024;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(Mebibyte - 1)]
    [InlineData(Mebibyte)]
    [InlineData(Mebibyte + 1)]
    [InlineData(2 * Mebibyte)]
    [InlineData(3 * Mebibyte)]
    [InlineData((5 * Mebibyte) + 17)]
    [InlineData(7 * Mebibyte)]
    public async Task The_hash_is_that_of_the_definition(int length)
    {
        var data = new byte[length];
        new Random(length).NextBytes(data);
        using var stream = new MemoryStream(data);

        Assert.Equal(Define(data), await TreeHash.ComputeAsync(stream, default));
    }

    [Fact]
    public async Task Data_within_one_mebibyte_has_its_plain_hash()
    {
        using var stream = new MemoryStream("abc"u8.ToArray());

        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Convert.ToHexStringLower(await TreeHash.ComputeAsync(stream, default)));
    }

    /// <summary>From the root down: the left half is the largest power of two of mebibytes that leaves something to the right.</summary>
    private static byte[] Define(ReadOnlySpan<byte> data)
    {
        if (data.Length <= Mebibyte)
        {
            return SHA256.HashData(data);
        }

        var left = Mebibyte;
        while (2 * left < data.Length)
        {
            left *= 2;
        }

        return SHA256.HashData([.. Define(data[..left]), .. Define(data[left..])]);
    }
}
