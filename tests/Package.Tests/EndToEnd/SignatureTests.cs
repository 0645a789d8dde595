using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using LocalEndpoint.State;
using Xunit;

namespace DataZoneGen.Package.Tests.EndToEnd;

/// <summary>The local endpoint verifies signatures independently of the client: it accepts the client's signatures and rejects all others.</summary>
public sealed class SignatureTests
{
    [Fact]
    public async Task ASignedRequestIsAccepted()
    {
        await using var local = await LocalClient.StartAsync();

        var source = await local.Client.GetDataSourceAsync(Catalog.DomainId, Catalog.SucceedingSource);

        Assert.Equal(Catalog.SucceedingSource, source.Id);
    }

    [Theory]
    [InlineData("/{x} a+b")]
    [InlineData("%2F..%2f")]
    [InlineData("токен😀==")]
    [InlineData("a b&c=d;e,f")]
    public async Task TheSignatureIsValidForEveryLabel(string identifier)
    {
        await using var local = await LocalClient.StartAsync();

        var error = await Assert.ThrowsAnyAsync<DataZoneException>(() => local.Client.GetDataSourceAsync(Catalog.DomainId, identifier));

        // The endpoint verifies the signature first, so any other error means that the signature is valid.
        Assert.NotEqual(HttpStatusCode.Forbidden, error.StatusCode);
    }

    [Fact]
    public async Task ATamperedSignatureIsRejected() => await AssertRejected(request =>
    {
        var value = request.Headers.GetValues("Authorization").Single();
        request.Headers.Remove("Authorization");
        request.Headers.TryAddWithoutValidation("Authorization", value[..^1] + (value[^1] == '0' ? '1' : '0'));
        return request;
    });

    [Fact]
    public async Task ATamperedPathIsRejected() => await AssertRejected(request =>
    {
        request.RequestUri = new Uri(request.RequestUri!.ToString() + "x");
        return request;
    });

    [Fact]
    public async Task ATamperedDateIsRejected() => await AssertRejected(request =>
    {
        var date = request.Headers.GetValues("x-amz-date").Single();
        request.Headers.Remove("x-amz-date");
        request.Headers.TryAddWithoutValidation("x-amz-date", date[..^2] + (date[^2] == '0' ? "1Z" : "0Z"));
        return request;
    });

    [Fact]
    public async Task ATamperedBodyIsRejected()
    {
        await using var local = await LocalClient.StartAsync(tamper: static request =>
        {
            request.Content = new ByteArrayContent("{\"clientToken\":\"another\"}"u8.ToArray()) { Headers = { ContentType = new("application/json") } };
            return request;
        });

        var error = await Assert.ThrowsAnyAsync<DataZoneException>(() => local.Client.StartDataSourceRunAsync(Catalog.DomainId, Catalog.SucceedingSource));

        Assert.Equal("InvalidSignatureException", error.ErrorCode);
    }

    [Fact]
    public async Task AWrongSecretKeyIsRejected()
    {
        await using var local = await LocalClient.StartAsync(secret: "not the secret");

        await AssertRejected(local);
    }

    [Theory]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task ASkewedClockIsRejectedOnceAndThenCorrected(int minutes)
    {
        await using var local = await LocalClient.StartAsync(clientTime: new FakeClock(DateTimeOffset.UtcNow.AddMinutes(minutes), skipsWaits: true));

        var first = await local.Client.GetDataSourceAsync(Catalog.DomainId, Catalog.SucceedingSource);
        var second = await local.Client.GetDataSourceAsync(Catalog.DomainId, Catalog.SucceedingSource);

        Assert.Equal((2, 1), (first.Metadata.Attempts, second.Metadata.Attempts));
    }

    private static async Task AssertRejected(Func<HttpRequestMessage, HttpRequestMessage> tamper)
    {
        await using var local = await LocalClient.StartAsync(tamper: tamper);
        await AssertRejected(local);
    }

    private static async Task AssertRejected(LocalClient local)
    {
        var error = await Assert.ThrowsAnyAsync<DataZoneException>(() => local.Client.GetDataSourceAsync(Catalog.DomainId, Catalog.SucceedingSource));

        Assert.Equal(HttpStatusCode.Forbidden, error.StatusCode);
        Assert.Equal("InvalidSignatureException", error.ErrorCode);
    }
}
