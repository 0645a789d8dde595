using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using LocalEndpoint.State;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace LocalEndpoint;

/// <summary>
/// A local DataZone endpoint: six operations over HTTP on 127.0.0.1 with data in memory. Like AWS, it requires a valid signature. Any AWS SDK can
/// call it. For the identity of the caller, it is also an STS endpoint.
/// </summary>
internal sealed class LocalDataZone : IAsyncDisposable
{
    private readonly KestrelServer _server;

    private LocalDataZone(LocalDataZoneOptions options)
    {
        Options = options;
        var kestrel = new KestrelServerOptions { AddServerHeader = false };
        kestrel.Limits.MaxRequestBodySize = RequestHandler.MaxBodySize;
        kestrel.Listen(IPAddress.Loopback, options.Port, listen => listen.Protocols = HttpProtocols.Http1);
        var sockets = new OptionsWrapper<SocketTransportOptions>(new());
        _server = new(new OptionsWrapper<KestrelServerOptions>(kestrel), new SocketTransportFactory(sockets, NullLoggerFactory.Instance), NullLoggerFactory.Instance);
    }

    /// <summary>The URL of the endpoint.</summary>
    public Uri Endpoint => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>The region, the credentials and other options.</summary>
    public LocalDataZoneOptions Options { get; }

    /// <summary>Starts an endpoint.</summary>
    /// <exception cref="IOException">The port is already in use.</exception>
    public static async Task<LocalDataZone> StartAsync(LocalDataZoneOptions? options = null, CancellationToken cancellationToken = default)
    {
        var endpoint = new LocalDataZone(options ?? new());
        try
        {
            await endpoint.ListenAsync(cancellationToken);
            return endpoint;
        }
        catch
        {
            await endpoint.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops the endpoint. Waits for current requests for at most one second.</summary>
    public async ValueTask DisposeAsync()
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _server.StopAsync(timeout.Token);
        _server.Dispose();
    }

    private Task ListenAsync(CancellationToken cancellationToken)
    {
        var catalog = new Catalog(Options.TimeProvider.GetUtcNow());
        var runs = new RunStore(catalog, Options.TimeProvider, Options.RunDuration);
        return _server.StartAsync(new RequestHandler(Options, new Operations(catalog, runs).CreateRouter()), cancellationToken);
    }
}
