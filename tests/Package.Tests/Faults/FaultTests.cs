using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>One fault at a time over a real connection: retries and exceptions.</summary>
public sealed class FaultTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData(nameof(Fault.ResetBeforeResponse))]
    [InlineData(nameof(Fault.TruncatedHeaders))]
    [InlineData(nameof(Fault.ResetInBody))]
    [InlineData(nameof(Fault.LengthTooLong))]
    [InlineData(nameof(Fault.NotHttp))]
    public async Task AnIncompleteResponseIsRetried(string fault)
    {
        await using var faulty = new FaultyClient(Parse(fault));

        var run = await faulty.CallAsync();

        Assert.Equal("run1", run.Id);
        Assert.Equal(2, run.Metadata.Attempts);
    }

    [Theory]
    [InlineData(nameof(Fault.ResetBeforeResponse))]
    [InlineData(nameof(Fault.TruncatedHeaders))]
    [InlineData(nameof(Fault.ResetInBody))]
    [InlineData(nameof(Fault.LengthTooLong))]
    [InlineData(nameof(Fault.NotHttp))]
    public async Task IncompleteResponsesInAllAttemptsAreATransportException(string fault)
    {
        await using var faulty = new FaultyClient(Parse(fault), Parse(fault), Parse(fault));

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => faulty.CallAsync());

        Assert.Equal(3, exception.Attempts);
        Assert.Equal(3, faulty.Server.Requests);
        Assert.True(exception.InnerException is HttpRequestException or IOException, exception.ToString());
    }

    /// <summary>The handler assumes that such a connection was idle for too long, and repeats the request itself a few times.</summary>
    [Fact]
    public async Task AConnectionClosedWithoutAResponseIsReplaced()
    {
        await using var faulty = new FaultyClient(Fault.CloseBeforeResponse);
        await using var hopeless = new FaultyClient([.. Enumerable.Repeat(Fault.CloseBeforeResponse, 100)]);

        var run = await faulty.CallAsync();
        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => hopeless.CallAsync());

        Assert.Equal("run1", run.Id);
        Assert.Equal(2, faulty.Server.Requests);
        Assert.Equal(3, exception.Attempts);
        Assert.InRange(hopeless.Server.Requests, 3, 3 * 10);
    }

    [Fact]
    public async Task ARefusedConnectionIsRetried()
    {
        await using var faulty = new FaultyClient();
        faulty.Server.StopListening();

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => faulty.CallAsync());
        faulty.Server.StartListening();
        var run = await faulty.CallAsync();

        Assert.Equal(3, exception.Attempts);
        Assert.Equal(SocketError.ConnectionRefused, Assert.IsType<SocketException>(exception.GetBaseException()).SocketErrorCode);
        Assert.Equal("run1", run.Id);
    }

    [Theory]
    [InlineData(nameof(Fault.StalledHeaders))]
    [InlineData(nameof(Fault.StalledBody))]
    public async Task AStalledResponseTimesOutAndIsRetried(string fault)
    {
        await using var faulty = new FaultyClient(static options => options.AttemptTimeout = Limit, Parse(fault));

        var call = faulty.CallAsync();
        await faulty.Server.StallAsync();
        faulty.Clock.Advance(Limit);
        var run = await call;

        Assert.Equal("run1", run.Id);
        Assert.Equal(2, run.Metadata.Attempts);
        await Eventually.IsTrueAsync(() => faulty.Server.OpenConnections == 1, "the stalled connection is closed");
    }

    [Theory]
    [InlineData(nameof(Fault.StalledHeaders))]
    [InlineData(nameof(Fault.StalledBody))]
    public async Task AStalledLastAttemptIsATimeout(string fault)
    {
        await using var faulty = new FaultyClient(static options => (options.AttemptTimeout, options.MaxAttempts) = (Limit, 1), Parse(fault));

        var call = faulty.CallAsync();
        await faulty.Server.StallAsync();
        faulty.Clock.Advance(Limit);

        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<AwsTransportException>(() => call)).InnerException);
        await Eventually.IsTrueAsync(() => faulty.Server.OpenConnections == 0, "the stalled connection is closed");
    }

    [Theory]
    [InlineData(nameof(Fault.InternalServerError), HttpStatusCode.InternalServerError)]
    [InlineData(nameof(Fault.BadGateway), HttpStatusCode.BadGateway)]
    [InlineData(nameof(Fault.ServiceUnavailable), HttpStatusCode.ServiceUnavailable)]
    [InlineData(nameof(Fault.GatewayTimeout), HttpStatusCode.GatewayTimeout)]
    [InlineData(nameof(Fault.TooManyRequests), HttpStatusCode.TooManyRequests)]
    [InlineData(nameof(Fault.HtmlErrorPage), HttpStatusCode.BadGateway)]
    public async Task RepeatedErrorsAreRetriedOnOneConnectionAndTheLastIsThrown(string fault, HttpStatusCode status)
    {
        await using var faulty = new FaultyClient([.. Enumerable.Repeat(Parse(fault), 5)]);

        var exception = await Assert.ThrowsAnyAsync<DataZoneException>(() => faulty.CallAsync());
        var run = await faulty.CallAsync();

        Assert.Equal(status, exception.StatusCode);
        Assert.Equal(3, exception.Attempts);
        Assert.Equal("request-1", exception.RequestId);
        Assert.Equal(3, run.Metadata.Attempts);
        Assert.Equal(1, faulty.Server.Connections);
    }

    [Fact]
    public async Task RetriesStopInALongOutage()
    {
        const int calls = 300;
        await using var faulty = new FaultyClient([.. Enumerable.Repeat(Fault.ServiceUnavailable, 3 * calls)]);

        for (var count = 0; count < calls; count++)
        {
            await Assert.ThrowsAnyAsync<DataZoneException>(() => faulty.CallAsync());
        }

        // The retry quota allows some dozens of retries; after that, each call is sent once.
        Assert.InRange(faulty.Server.Requests, calls, calls + 120);
    }

    [Theory]
    [InlineData(nameof(Fault.HtmlInsteadOfJson))]
    [InlineData(nameof(Fault.LengthTooShort))]
    public async Task ACompleteResponseThatIsNotJsonIsNotRetried(string fault)
    {
        await using var faulty = new FaultyClient(Parse(fault));

        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => faulty.CallAsync());
        var next = await faulty.CallAsync("run2");

        Assert.Equal(HttpStatusCode.OK, exception.StatusCode);
        Assert.Equal("request-1", exception.RequestId);
        Assert.Equal("run2", next.Id);
        Assert.Equal(2, faulty.Server.Requests);
    }

    [Fact]
    public async Task ABodyThatDecompressesBeyondTheLimitIsRejected()
    {
        await using var faulty = new FaultyClient(static options => options.MaxResponseBytes = 1024 * 1024, Fault.GzipBomb);

        var exception = await Assert.ThrowsAsync<AwsMalformedResponseException>(() => faulty.CallAsync());
        var next = await faulty.CallAsync("run2");

        Assert.Contains("1048576 bytes", exception.Message, StringComparison.Ordinal);
        Assert.Equal("run2", next.Id);
    }

    private static Fault Parse(string fault) => Enum.Parse<Fault>(fault);
}
