using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Kinesis;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Kinesalite;

[Collection(nameof(KinesaliteServer))]
public sealed class StreamTests(KinesaliteServer server) : IDisposable
{
    private readonly KinesisClient _client = server.CreateClient();

    public void Dispose() => _client.Dispose();

    [ServerFact]
    public async Task AStreamIsCreatedAndDeleted()
    {
        var create = await _client.CreateStreamAsync(new() { StreamName = "created-and-deleted", ShardCount = 3 });
        var active = await _client.WaitUntilStreamExistsAsync(new() { StreamName = "created-and-deleted" }, ServerClient.Poll<DescribeStreamResponse>());
        var summary = await _client.DescribeStreamSummaryAsync(new() { StreamName = "created-and-deleted" });
        var delete = await _client.DeleteStreamAsync(new() { StreamName = "created-and-deleted" });
        await _client.WaitUntilStreamNotExistsAsync(new() { StreamName = "created-and-deleted" }, ServerClient.Poll<DescribeStreamResponse>());

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (create.Metadata.StatusCode, delete.Metadata.StatusCode));
        Assert.Equal(StreamStatus.Active, active.StreamDescription.StreamStatus);
        Assert.Equal("arn:aws:kinesis:us-east-1:000000000000:stream/created-and-deleted", active.StreamDescription.StreamARN);
        Assert.Equal(
            ["shardId-000000000000", "shardId-000000000001", "shardId-000000000002"],
            active.StreamDescription.Shards.Select(static shard => shard.ShardId));
        Assert.Equal("340282366920938463463374607431768211455", active.StreamDescription.Shards[2].HashKeyRange.EndingHashKey);
        Assert.Equal(3, summary.StreamDescriptionSummary.OpenShardCount);
        Assert.Equal(24, summary.StreamDescriptionSummary.RetentionPeriodHours);
        Assert.Equal(active.StreamDescription.StreamCreationTimestamp, summary.StreamDescriptionSummary.StreamCreationTimestamp);
        Assert.True(summary.StreamDescriptionSummary.StreamCreationTimestamp > DateTimeOffset.UnixEpoch);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _client.DescribeStreamAsync(new() { StreamName = "created-and-deleted" }));
    }

    [ServerFact]
    public async Task AMissingStreamIsAModeledError()
    {
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => _client.DescribeStreamAsync(new() { StreamName = "no-such-stream" }));

        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        Assert.Equal("Stream no-such-stream under account 000000000000 not found.", error.ServiceMessage);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal(("Kinesis", "DescribeStream"), (error.Service, error.Operation));
        Assert.False(string.IsNullOrEmpty(error.RequestId));
        Assert.False(string.IsNullOrEmpty(error.ExtendedRequestId));
        Assert.Equal(1, error.Attempts);
    }

    [ServerFact]
    public async Task AStreamThatExistsIsAModeledError()
    {
        var stream = await KinesaliteServer.CreateStreamAsync(_client);

        await Assert.ThrowsAsync<ResourceInUseException>(() => _client.CreateStreamAsync(new() { StreamName = stream, ShardCount = 1 }));
    }

    [ServerFact]
    public async Task NamesOfStreamsComeInPages()
    {
        foreach (var name in new[] { "z-paged-1", "z-paged-2", "z-paged-3" })
        {
            await _client.CreateStreamAsync(new() { StreamName = name, ShardCount = 1 });
        }

        var request = new ListStreamsRequest { ExclusiveStartStreamName = "z-paged-0", Limit = 2 };
        var pages = await ServerClient.ToListAsync(_client.ListStreamsPagesAsync(request));
        var names = await ServerClient.ToListAsync(_client.ListStreamsItemsAsync(request));

        Assert.Equal(["z-paged-1", "z-paged-2", "z-paged-3"], names);
        Assert.Equal([2, 1], pages.Select(static page => page.StreamNames.Count));
        Assert.Equal([true, false], pages.Select(static page => page.HasMoreStreams));
    }
}
