using System;
using System.Security.Cryptography;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.S3rver;

/// <summary>An object of 100 MB. Runs alone, because it measures what the process allocates.</summary>
[Collection(nameof(LargeObjects))]
public sealed class LargeObjectTests(S3rverServer server) : StorageTests(server)
{
    private const long Length = 100_000_000;
    private const long MaxAllocatedBytes = 20_000_000;

    [ServerFact]
    public async Task AnObjectOf100MegabytesIsNeverWhollyInMemory()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await using var body = new PatternStream(Length);
        await Client.PutObjectAsync(new() { Bucket = bucket, Key = "large", Body = body });
        await using var got = await Client.GetObjectAsync(new() { Bucket = bucket, Key = "large" });
        var downloaded = await SHA256.HashDataAsync(got.Body);
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
        var second = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = "large" });

        await using var expected = new PatternStream(Length);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(expected));
        Assert.Equal(Length, got.ContentLength);
        Assert.Equal(hash, Convert.ToHexStringLower(downloaded));
        Assert.Equal(hash, second.GetProperty("Body").GetProperty("Sha256").GetString());
        Assert.InRange(allocated, 0, MaxAllocatedBytes);
    }
}

[CollectionDefinition(nameof(LargeObjects), DisableParallelization = true)]
public sealed class LargeObjects : ICollectionFixture<S3rverServer>;
