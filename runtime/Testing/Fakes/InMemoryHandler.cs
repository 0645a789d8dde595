using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Testing.Core;

/// <summary>Passes the requests of a client to a fake, without a socket.</summary>
internal sealed class InMemoryHandler(AwsFake fake) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var response = await fake.HandleAsync(FakeRequest.From(request), cancellationToken).ConfigureAwait(false);
        return response.ToMessage(request);
    }
}
