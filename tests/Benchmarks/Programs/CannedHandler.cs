using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>Returns the same response at once, so that only the client is measured.</summary>
internal sealed class CannedHandler(string file, string contentType) : HttpMessageHandler
{
    private readonly byte[] _body = File.ReadAllBytes(file);
    private readonly MediaTypeHeaderValue _contentType = new(contentType);

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var content = new ByteArrayContent(_body);
        content.Headers.ContentType = _contentType;
        return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = content, RequestMessage = request });
    }
}
