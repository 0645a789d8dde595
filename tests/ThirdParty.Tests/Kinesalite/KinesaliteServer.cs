using System;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Kinesis;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Kinesalite;

/// <summary>kinesalite, a server of the API of Kinesis, which uses AWS JSON 1.1.</summary>
public sealed class KinesaliteServer() : NodeServer("kinesalite", """{ "createStreamMs": 200, "deleteStreamMs": 200, "shardLimit": 100 }""")
{
    internal KinesisClient CreateClient() =>
        new(new() { Region = ServerClient.Region, Endpoint = Endpoint, Credentials = ServerClient.Credentials });

    /// <summary>Creates a stream and waits until it is active.</summary>
    /// <returns>The name of the stream.</returns>
    internal static async Task<string> CreateStreamAsync(KinesisClient client, int shards = 1)
    {
        var name = "stream-" + Guid.NewGuid().ToString("N");
        await client.CreateStreamAsync(new() { StreamName = name, ShardCount = shards });
        await client.WaitUntilStreamExistsAsync(new() { StreamName = name }, ServerClient.Poll<DescribeStreamResponse>());
        return name;
    }
}

[CollectionDefinition(nameof(KinesaliteServer))]
public sealed class KinesaliteServerDefinition : ICollectionFixture<KinesaliteServer>;
