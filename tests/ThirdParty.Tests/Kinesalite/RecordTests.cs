using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Kinesis;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;
using Record = DataZoneGen.ThirdParty.Tests.Kinesis.Record;

namespace DataZoneGen.ThirdParty.Tests.Kinesalite;

[Collection(nameof(KinesaliteServer))]
public sealed class RecordTests(KinesaliteServer server) : IDisposable
{
    private readonly KinesisClient _client = server.CreateClient();

    public void Dispose() => _client.Dispose();

    [ServerFact]
    public async Task RecordsAreReadInTheirOrderWithTheirBytes()
    {
        var stream = await KinesaliteServer.CreateStreamAsync(_client);
        var data = Enumerable.Range(0, 20).Select(static length => RandomNumberGenerator.GetBytes(length * length)).ToList();
        var single = await _client.PutRecordAsync(new() { StreamName = stream, PartitionKey = "key-0", Data = data[0] });
        var batch = await _client.PutRecordsAsync(new()
        {
            StreamName = stream,
            Records = [.. data.Skip(1).Select(static (bytes, index) => new PutRecordsRequestEntry { PartitionKey = "key-" + (index + 1).ToString(CultureInfo.InvariantCulture), Data = bytes })],
        });

        var records = await ReadAsync(new() { StreamName = stream, ShardId = single.ShardId, ShardIteratorType = ShardIteratorType.TrimHorizon }, limit: 6);

        Assert.Equal(0, batch.FailedRecordCount);
        Assert.Equal(data.Select(Convert.ToHexString), records.Select(static record => Convert.ToHexString(record.Data.Span)));
        Assert.Equal(Enumerable.Range(0, 20).Select(static index => "key-" + index.ToString(CultureInfo.InvariantCulture)), records.Select(static record => record.PartitionKey));
        Assert.Equal([single.SequenceNumber, .. batch.Records.Select(static entry => entry.SequenceNumber)], records.Select(static record => record.SequenceNumber));
        Assert.All(records, static record => Assert.NotNull(record.ApproximateArrivalTimestamp));
    }

    [ServerFact]
    public async Task AllShardsTogetherHaveAllRecords()
    {
        var stream = await KinesaliteServer.CreateStreamAsync(_client, shards: 4);
        var keys = Enumerable.Range(0, 40).Select(static key => "key-" + key.ToString(CultureInfo.InvariantCulture)).ToList();
        await _client.PutRecordsAsync(new()
        {
            StreamName = stream,
            Records = [.. keys.Select(static key => new PutRecordsRequestEntry { PartitionKey = key, Data = Encoding.UTF8.GetBytes(key) })],
        });

        var found = new List<string>();
        var shards = 0;
        await foreach (var shard in _client.DescribeStreamItemsAsync(new() { StreamName = stream }))
        {
            var records = await ReadAsync(new() { StreamName = stream, ShardId = shard.ShardId, ShardIteratorType = ShardIteratorType.TrimHorizon }, limit: 100);
            found.AddRange(records.Select(static record => Encoding.UTF8.GetString(record.Data.Span)));
            shards++;
        }

        Assert.Equal(4, shards);
        Assert.Equal(keys.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [ServerFact]
    public async Task AnIteratorStartsWhereTheRequestSays()
    {
        var stream = await KinesaliteServer.CreateStreamAsync(_client);
        var before = DateTimeOffset.UtcNow.AddSeconds(-1);
        var put = new List<PutRecordResponse>();
        foreach (var data in new byte[][] { [1], [2], [3] })
        {
            put.Add(await _client.PutRecordAsync(new() { StreamName = stream, PartitionKey = "key", Data = data }));
        }

        var start = new GetShardIteratorRequest { StreamName = stream, ShardId = put[0].ShardId, ShardIteratorType = ShardIteratorType.Latest };
        var latest = await ReadAsync(start, limit: 10);
        var at = await ReadAsync(start with { ShardIteratorType = ShardIteratorType.AtSequenceNumber, StartingSequenceNumber = put[1].SequenceNumber }, limit: 10);
        var after = await ReadAsync(start with { ShardIteratorType = ShardIteratorType.AfterSequenceNumber, StartingSequenceNumber = put[1].SequenceNumber }, limit: 10);
        var since = await ReadAsync(start with { ShardIteratorType = ShardIteratorType.AtTimestamp, Timestamp = before }, limit: 10);

        Assert.Empty(latest);
        Assert.Equal([2, 3], at.Select(static record => record.Data.Span[0]));
        Assert.Equal([3], after.Select(static record => record.Data.Span[0]));
        Assert.Equal([1, 2, 3], since.Select(static record => record.Data.Span[0]));
        Assert.All(since, record => Assert.True(record.ApproximateArrivalTimestamp > before));
    }

    [ServerFact]
    public async Task AnInvalidIteratorIsAModeledError()
    {
        var error = await Assert.ThrowsAsync<InvalidArgumentException>(() => _client.GetRecordsAsync(new() { ShardIterator = "none" }));

        Assert.Equal("Invalid ShardIterator.", error.ServiceMessage);
    }

    /// <summary>Reads a shard until a response has no records.</summary>
    private async Task<List<Record>> ReadAsync(GetShardIteratorRequest start, int limit)
    {
        var records = new List<Record>();
        var iterator = (await _client.GetShardIteratorAsync(start)).ShardIterator;
        while (iterator is not null)
        {
            var read = await _client.GetRecordsAsync(new() { ShardIterator = iterator, Limit = limit });
            if (read.Records.Count == 0)
            {
                break;
            }

            records.AddRange(read.Records);
            iterator = read.NextShardIterator;
        }

        return records;
    }
}
