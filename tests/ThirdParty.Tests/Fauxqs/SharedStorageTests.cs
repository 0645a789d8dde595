using System;
using System.IO;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.S3;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fauxqs;

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsBucketTests(FauxqsServer server) : BucketTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsObjectTests(FauxqsServer server) : ObjectTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsKeyTests(FauxqsServer server) : KeyTests(server)
{
    /// <summary>Paths that s3rver cannot have, because it keeps objects as files.</summary>
    [ServerTheory]
    [InlineData("a//b")]
    [InlineData("/leading")]
    [InlineData("//two")]
    [InlineData("trailing//")]
    [InlineData("a/../b")]
    [InlineData("../../up")]
    [InlineData("a/./b")]
    [InlineData("./a")]
    [InlineData("a/..")]
    [InlineData("a/.")]
    public Task AnObjectHasTheKeyThatAUriWouldNormalize(string key) => CheckAsync(key);
}

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsListTests(FauxqsServer server) : ListTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsMultipartTests(FauxqsServer server) : MultipartTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsPresignTests(FauxqsServer server) : PresignTests(server);

[Collection(nameof(FauxqsServer))]
public sealed class FauxqsTransferTests(FauxqsServer server) : TransferTests(server)
{
    /// <summary>s3rver returns an invalid range of an empty object.</summary>
    [ServerFact]
    public Task AnEmptyFileIsUploadedAndDownloaded() => CheckFileAsync(0);

    [ServerFact]
    public async Task ACanceledUploadLeavesNoParts()
    {
        var bucket = await S3Server.CreateBucketAsync(Transfers);
        using var cancellation = new CancellationTokenSource();
        var cancel = new Reports { OnReport = cancellation.Cancel };
        await using var body = new MemoryStream(NewBytes(3 * PartLength));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Transfers.UploadAsync(
            new() { Bucket = bucket, Key = "key", Body = body }, new() { PartSizeBytes = PartLength, MaxConcurrency = 1, Progress = cancel }, cancellation.Token));

        // The server deletes no bucket that has an upload in progress.
        await Transfers.DeleteBucketAsync(new() { Bucket = bucket });
    }
}
