using System;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>The search for secrets finds each secret, and fails if nothing was sent.</summary>
public sealed class PlantedSecretsTests
{
    [Fact]
    public async Task ASignatureIsFound()
    {
        await using var planted = new PlantedSecrets();
        await planted.Client.ListDataSourcesAsync(planted.Request);
        var signature = Assert.Single(planted.Signatures());

        planted.AssertNotIn("nothing");

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn("nothing", "as " + signature + " is"));
    }

    [Fact]
    public async Task TheSignatureOfAPresignedRequestIsFound()
    {
        await using var planted = new PlantedSecrets();
        var presigned = await planted.Client.PresignAsync(planted.Request, TimeSpan.FromMinutes(1));
        await PlantedSecrets.SendAsync(presigned);
        var signature = presigned.Url.Query[^64..];

        planted.AssertNotIn("nothing");

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn("nothing", signature));
    }

    [Fact]
    public async Task TheSignatureOfEachAttemptIsFound()
    {
        using var observer = new Observer();
        await using var planted = new PlantedSecrets(Faults.Fault.ServiceUnavailable, observer);
        await Assert.ThrowsAnyAsync<AwsException>(() => planted.Client.ListDataSourcesAsync(planted.Request));

        Assert.Equal(2, planted.Signatures().Count);
        Assert.All(planted.Signatures(), signature => Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn(signature)));
    }

    [Theory]
    [InlineData(PlantedSecrets.SecretKey)]
    [InlineData(PlantedSecrets.SessionToken)]
    [InlineData(PlantedSecrets.RequestName)]
    [InlineData(PlantedSecrets.ResponseName)]
    public async Task EachOtherSecretIsFound(string secret)
    {
        await using var planted = new PlantedSecrets();
        await planted.Client.ListDataSourcesAsync(planted.Request);

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn(secret));
    }

    [Fact]
    public async Task ItFailsWithoutARequest()
    {
        await using var planted = new PlantedSecrets();

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn("nothing"));
    }

    [Fact]
    public async Task ItFailsWithoutText()
    {
        await using var planted = new PlantedSecrets();
        await planted.Client.ListDataSourcesAsync(planted.Request);

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn());
    }
}
