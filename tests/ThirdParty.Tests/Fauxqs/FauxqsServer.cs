using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.SNS;
using DataZoneGen.ThirdParty.Tests.Storage;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fauxqs;

/// <summary>fauxqs, a server of the APIs of S3, SNS and SQS that keeps all data in memory. It reads <c>aws-chunked</c> bodies.</summary>
public sealed class FauxqsServer() : S3Server("./fauxqs.js")
{
    internal SNSClient CreateTopicClient() =>
        new(new() { Region = ServerClient.Region, Endpoint = Endpoint, Credentials = ServerClient.Credentials });
}

[CollectionDefinition(nameof(FauxqsServer))]
public sealed class FauxqsServerDefinition : ICollectionFixture<FauxqsServer>;
