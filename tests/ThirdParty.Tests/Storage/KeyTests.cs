using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Storage;

/// <summary>Keys with characters that have a meaning in URIs and in XML.</summary>
public abstract class KeyTests(S3Server server) : StorageTests(server)
{
    private static readonly string[] KeyList =
    [
        "two words", " leading and trailing ", "a+b", "a%b", "a%2Fb", "a%20b", "a%252Fb", "..", ".", "...", "folder/", "folder/file", "Grüße", "日本語/キー", "🎉",
        "e\u0301", "a&b<c>\"d'", "]]>", "a?b#c", "a=b;c:d@e!$,(f)*~", "back\\slash", "tab\there", "{Key+}", "a|b^c`d", "-", "~.~", "x-amz-meta-a", "versionId=1",
    ];

    public static TheoryData<string> Keys { get; } = [.. KeyList];

    /// <summary>Whether the server removes the spaces around a key in the body of a request.</summary>
    private protected virtual bool TrimsKeys => false;

    [ServerTheory]
    [MemberData(nameof(Keys))]
    public Task AnObjectHasTheKeyThatItWasPutWith(string key) => CheckAsync(key);

    [ServerFact]
    public async Task ObjectsAreDeletedTogetherByTheirKeys()
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        var keys = KeyList.Where(key => !TrimsKeys || key == key.Trim()).ToList();
        foreach (var key in keys)
        {
            await PutAsync(bucket, key, key);
        }

        var before = await S3Server.ListKeysAsync(Client, bucket);
        var deleted = await Client.DeleteObjectsAsync(new() { Bucket = bucket, Delete = new() { Objects = [.. keys.Select(static key => new ObjectIdentifier { Key = key })] } });
        var after = await S3Server.ListKeysAsync(Client, bucket);

        Assert.Equal(keys.Order(StringComparer.Ordinal), before.Order(StringComparer.Ordinal));
        Assert.Equal(keys.Order(StringComparer.Ordinal), deleted.Deleted!.Select(static item => item.Key).Order(StringComparer.Ordinal));
        Assert.Null(deleted.Errors);
        Assert.Empty(after);
    }

    /// <summary>Puts, lists, gets and deletes an object with both clients in turn.</summary>
    private protected async Task CheckAsync(string key)
    {
        var bucket = await S3Server.CreateBucketAsync(Client);
        await PutAsync(bucket, key, "ours: " + key);

        var keys = await S3Server.ListKeysAsync(Client, bucket);
        var theirKeys = await Server.Sdk.S3Async("ListObjectsV2", new { Bucket = bucket });
        var ours = await GetAsync(bucket, key);
        var second = await Server.Sdk.S3Async("GetObject", new { Bucket = bucket, Key = key });
        await Server.Sdk.S3Async("PutObject", new { Bucket = bucket, Key = key, Body = Convert.ToBase64String(Encoding.UTF8.GetBytes("theirs: " + key)) });
        var theirs = await GetAsync(bucket, key);
        await Client.DeleteObjectAsync(new() { Bucket = bucket, Key = key });
        var rest = await Server.Sdk.S3Async("ListObjectsV2", new { Bucket = bucket });

        Assert.Equal([key], keys);
        Assert.Equal([key], theirKeys.GetProperty("Contents").EnumerateArray().Select(static item => item.GetProperty("Key").GetString()));
        Assert.Equal("ours: " + key, ours);
        Assert.Equal("ours: " + key, Encoding.UTF8.GetString(second.GetProperty("Body").GetProperty("Base64").GetBytesFromBase64()));
        Assert.Equal("theirs: " + key, theirs);
        Assert.False(rest.TryGetProperty("Contents", out _));
    }
}
