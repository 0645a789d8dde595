using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Bodies;

/// <summary>Reads the body of each request as a connection does, and returns a short response.</summary>
internal sealed class UploadHandler : HttpMessageHandler
{
    private static readonly byte[] Response = """{"id":"a00001k3s9q2m4xx","name":"orders","revision":"1","domainId":"dzd_4bd2k1x8q9w7aj","formsOutput":[]}"""u8.ToArray();

    /// <summary>Where bodies are written.</summary>
    public Stream Target { get; set; } = Stream.Null;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request.Content);
        await request.Content.CopyToAsync(Target, cancellationToken);
        return new(HttpStatusCode.Created) { Content = new ByteArrayContent(Response), RequestMessage = request };
    }
}
