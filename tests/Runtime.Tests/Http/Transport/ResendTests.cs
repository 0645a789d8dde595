using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Transport;

/// <summary>A handler of the caller's that sends a message again, as resilience handlers do.</summary>
public class ResendTests
{
    private readonly List<string> _bodies = [];

    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_as_a_whole()
    {
        using var http = new HttpClient(new ResendingHandler(StubHandler.Over(RefuseFirstAsync)));
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("skipped and sent")) { Position = 8 };

        var response = await Client(http).CallAsync(UploadItem.Instance, new UploadRequest(stream));

        Assert.Equal(["and sent", "and sent"], _bodies);
        Assert.Equal(1, response.Metadata.Attempts);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_not_sent_again()
    {
        using var http = new HttpClient(new ResendingHandler(StubHandler.Over(RefuseFirstAsync)));
        using var stream = new OneWayStream("sent");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Client(http).CallAsync(UploadItem.Instance, new UploadRequest(stream)));

        Assert.Contains("seek", exception.Message, StringComparison.Ordinal);
        Assert.Equal("sent", _bodies.Single());
    }

    [Fact]
    public async Task Bytes_are_sent_again()
    {
        using var http = new HttpClient(new ResendingHandler(StubHandler.Over(RefuseFirstAsync)));

        await Client(http).PutItemAsync(new PutItemRequest("id", "name", "token"));

        Assert.Equal(2, _bodies.Count);
        Assert.Single(_bodies.Distinct());
    }

    private static TestClient Client(HttpClient http) => new(new()
    {
        Region = "us-east-1",
        Credentials = TestClient.Credentials,
        HttpInvoker = http,
        Variables = TestClient.NoVariables,
    });

    /// <summary>Refuses the first request, and reads bodies as a connection does, without keeping them.</summary>
    private async Task<HttpResponseMessage> RefuseFirstAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        await request.Content!.CopyToAsync(body, cancellationToken);
        _bodies.Add(Encoding.ASCII.GetString(body.ToArray()));
        return StubHandler.Json("{}", _bodies.Count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
    }
}
