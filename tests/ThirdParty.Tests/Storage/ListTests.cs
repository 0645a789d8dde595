using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Storage;

public abstract class ListTests(S3Server server) : StorageTests(server)
{
    [ServerFact]
    public async Task APaginatorListsMoreThanAThousandObjects()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var keys = Enumerable.Range(0, 1_203).Select(static number => number.ToString("D5", CultureInfo.InvariantCulture)).ToList();
        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (key, _) => await PutAsync(bucket, key, ""));

        var pages = await ServerClient.ToListAsync(Client.ListObjectsV2PagesAsync(new() { Bucket = bucket }));

        Assert.Equal([1_000, 203], pages.Select(static page => page.Contents?.Count ?? 0));
        Assert.Equal([true, false], pages.Select(static page => page.IsTruncated));
        Assert.Equal(keys, pages.SelectMany(static page => page.Contents!).Select(static item => item.Key));
    }

    [ServerFact]
    public async Task PagesHaveTheSizeThatIsAskedFor()
    {
        var bucket = await CreateFoldersAsync();

        var pages = await ServerClient.ToListAsync(Client.ListObjectsV2PagesAsync(new() { Bucket = bucket, MaxKeys = 3 }));
        var old = await ServerClient.ToListAsync(Client.ListObjectsPagesAsync(new() { Bucket = bucket, MaxKeys = 3 }));

        Assert.Equal([3, 3, 1], pages.Select(static page => page.Contents!.Count));
        Assert.Equal(["a", "b/1", "b/2", "b/c/3", "d+ &/4", "d+ &/5", "e"], Keys(pages));
        Assert.Equal([3, 3, 1], old.Select(static page => page.Contents!.Count));
        Assert.Equal(Keys(pages), old.SelectMany(static page => page.Contents!).Select(static item => item.Key));
    }

    [ServerFact]
    public async Task ADelimiterMakesFolders()
    {
        var bucket = await CreateFoldersAsync();

        var root = await Client.ListObjectsV2Async(new() { Bucket = bucket, Delimiter = "/" });
        var folder = await Client.ListObjectsV2Async(new() { Bucket = bucket, Delimiter = "/", Prefix = "b/" });

        Assert.Equal(["a", "e"], Keys([root]));
        Assert.Equal(["b/", "d+ &/"], root.CommonPrefixes!.Select(static item => item.Prefix));
        Assert.Equal("/", root.Delimiter);
        Assert.Equal(["b/1", "b/2"], Keys([folder]));
        Assert.Equal(["b/c/"], folder.CommonPrefixes!.Select(static item => item.Prefix));
    }

    [ServerFact]
    public async Task APrefixSelectsKeys()
    {
        var bucket = await CreateFoldersAsync();

        var special = await Client.ListObjectsV2Async(new() { Bucket = bucket, Prefix = "d+ &" });
        var none = await Client.ListObjectsV2Async(new() { Bucket = bucket, Prefix = "d%2B" });

        Assert.Equal(("d+ &", 2), (special.Prefix, special.KeyCount));
        Assert.Equal(["d+ &/4", "d+ &/5"], Keys([special]));
        Assert.Equal(0, none.KeyCount);
        Assert.Null(none.Contents);
    }

    [ServerFact]
    public async Task AListStartsAfterAKey()
    {
        var bucket = await CreateFoldersAsync();

        var listed = await Client.ListObjectsV2Async(new() { Bucket = bucket, StartAfter = "d+ &/4" });

        Assert.Equal(["d+ &/5", "e"], Keys([listed]));
    }

    [ServerFact]
    public async Task AListHasTheSizeAndTheTagOfEachObject()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var put = await PutAsync(bucket, "key", "text");

        var listed = await Client.ListObjectsV2Async(new() { Bucket = bucket });

        var item = Assert.Single(listed.Contents!);
        Assert.Equal(("key", 4L, put.ETag, ObjectStorageClass.Standard), (item.Key, item.Size, item.ETag, item.StorageClass));
        Assert.InRange(item.LastModified!.Value, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        Assert.Equal((bucket, false), (listed.Name, listed.IsTruncated));
    }

    private static IEnumerable<string?> Keys(IEnumerable<ListObjectsV2Response> pages) => pages.SelectMany(static page => page.Contents ?? []).Select(static item => item.Key);

    private async Task<string> CreateFoldersAsync()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        foreach (var key in (string[])["a", "b/1", "b/2", "b/c/3", "d+ &/4", "d+ &/5", "e"])
        {
            await PutAsync(bucket, key, key);
        }

        return bucket;
    }
}
