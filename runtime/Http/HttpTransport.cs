using System;
using System.Diagnostics;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>What sends the requests of one client: the invoker it was given, or one of its own.</summary>
internal sealed class HttpTransport(HttpMessageInvoker? given) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // Connections are made anew now and then, to follow changes of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker _invoker = given ?? new HttpMessageInvoker(CreateHandler());

    /// <summary>Sends a request; the answer's body has yet to be read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
        => _invoker is HttpClient client
            ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : _invoker.SendAsync(message, cancellationToken);

    public void Dispose()
    {
        if (given is null)
        {
            _invoker.Dispose();
        }
    }

    private static SocketsHttpHandler CreateHandler() => new()
    {
        // Without a propagator .NET makes no spans of requests at all. This one adds no headers: the pipeline adds the one that AWS understands.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        AllowAutoRedirect = false,
        ConnectTimeout = ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
    };
}
