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

namespace DataZoneGen.Runtime.Tests.Http;

/// <summary>A handler of the caller's that sends a message again, as resilience handlers do.</summary>
public class ResendTests
{
    [Fact]
    public async Task A_stream_that_can_seek_is_sent_again_as_a_whole()
    {
        var service = new Service();
        using var http = new HttpClient(new ResendingHandler(service));
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes("skipped and sent")) { Position = 8 };

        var response = await Client(http).CallAsync(UploadItem.Instance, new UploadRequest(stream));

        Assert.Equal(["and sent", "and sent"], service.Bodies);
        Assert.Equal(1, response.Metadata.Attempts);
    }

    [Fact]
    public async Task A_stream_that_cannot_seek_is_not_sent_again()
    {
        var service = new Service();
        using var http = new HttpClient(new ResendingHandler(service));
        using var stream = new OneWayStream("sent");

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Client(http).CallAsync(UploadItem.Instance, new UploadRequest(stream)));

        Assert.Contains("seek", exception.Message, StringComparison.Ordinal);
        Assert.Equal("sent", service.Bodies.Single());
    }

    [Fact]
    public async Task Bytes_are_sent_again()
    {
        var service = new Service();
        using var http = new HttpClient(new ResendingHandler(service));

        await Client(http).PutItemAsync(new PutItemRequest("id", "name", "token"));

        Assert.Equal(2, service.Bodies.Count);
        Assert.Single(service.Bodies.Distinct());
    }

    private static TestClient Client(HttpClient http) => new(new()
    {
        Region = "us-east-1",
        Credentials = TestClient.Credentials,
        HttpInvoker = http,
        Variables = TestClient.NoVariables,
    });

    /// <summary>Refuses the first request. It reads bodies as a connection does, without keeping them.</summary>
    private sealed class Service : HttpMessageHandler
    {
        public List<string> Bodies { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            using var body = new MemoryStream();
            await request.Content!.CopyToAsync(body, cancellationToken);
            Bodies.Add(Encoding.ASCII.GetString(body.ToArray()));
            return StubHandler.Json("{}", Bodies.Count == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.OK);
        }
    }

    private sealed class ResendingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return response;
            }

            response.Dispose();
            return await base.SendAsync(request, cancellationToken);
        }
    }
}
