using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.STS;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Fauxqs;

/// <summary>STS, whose model is part of the package.</summary>
[Collection(nameof(FauxqsServer))]
public sealed class CallerIdentityTests(FauxqsServer server)
{
    [ServerFact]
    public async Task TheIdentityOfTheCallerHasAnAccount()
    {
        using var client = new STSClient(new() { Region = ServerClient.Region, Endpoint = server.Endpoint, Credentials = ServerClient.Credentials });

        var identity = await client.GetCallerIdentityAsync();

        Assert.Equal(("000000000000", "arn:aws:iam::000000000000:root"), (identity.Account, identity.Arn));
        Assert.False(string.IsNullOrEmpty(identity.Metadata.RequestId));
    }
}
