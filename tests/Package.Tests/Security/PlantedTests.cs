using System;
using System.Threading.Tasks;
using Xunit;
using Xunit.Sdk;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>The search for secrets itself: it finds each of them alone, and it does not pass where nothing was sent.</summary>
public sealed class PlantedTests
{
    [Fact]
    public async Task ASignatureAloneIsFound()
    {
        await using var planted = new Planted();
        await planted.Client.ListDataSourcesAsync(planted.Request);
        var signature = Assert.Single(planted.Signatures());

        planted.AssertNotIn("nothing");

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn("nothing", "as " + signature + " is"));
    }

    [Fact]
    public async Task TheSignatureOfAPresignedRequestAloneIsFound()
    {
        await using var planted = new Planted();
        var presigned = await planted.Client.PresignAsync(planted.Request, TimeSpan.FromMinutes(1));
        await Planted.SendAsync(presigned);
        var signature = presigned.Url.Query[^64..];

        planted.AssertNotIn("nothing");

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn("nothing", signature));
    }

    [Fact]
    public async Task TheSignatureOfEachAttemptIsFound()
    {
        using var observer = new Observer();
        await using var planted = new Planted(Faults.Fault.ServiceUnavailable, observer);
        await Assert.ThrowsAnyAsync<AwsException>(() => planted.Client.ListDataSourcesAsync(planted.Request));

        Assert.Equal(2, planted.Signatures().Count);
        Assert.All(planted.Signatures(), signature => Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn(signature)));
    }

    [Theory]
    [InlineData(Planted.SecretKey)]
    [InlineData(Planted.SessionToken)]
    [InlineData(Planted.AskedName)]
    [InlineData(Planted.AnsweredName)]
    public async Task EachOtherSecretIsFound(string secret)
    {
        await using var planted = new Planted();
        await planted.Client.ListDataSourcesAsync(planted.Request);

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn(secret));
    }

    [Fact]
    public async Task ItFailsWhereNoRequestWasSent()
    {
        await using var planted = new Planted();

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn("nothing"));
    }

    [Fact]
    public async Task ItFailsWhereThereIsNoText()
    {
        await using var planted = new Planted();
        await planted.Client.ListDataSourcesAsync(planted.Request);

        Assert.ThrowsAny<XunitException>(() => planted.AssertNotIn());
    }
}
