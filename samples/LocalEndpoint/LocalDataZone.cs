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
/// A DataZone for one process: six operations over HTTP on 127.0.0.1, everything in memory. It asks of a client what AWS asks, a right
/// signature above all, so whatever works here has been signed, sent and read for real. Any AWS SDK can be pointed at it.
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

    /// <summary>Where it listens.</summary>
    public Uri Endpoint => new(_server.Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.Single());

    /// <summary>How it was set up: Region, credentials, pace.</summary>
    public LocalDataZoneOptions Options { get; }

    /// <summary>Starts to listen.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<LocalDataZone> StartAsync(LocalDataZoneOptions? options = null, CancellationToken cancellationToken = default)
    {
        var zone = new LocalDataZone(options ?? new());
        try
        {
            await zone.ListenAsync(cancellationToken);
            return zone;
        }
        catch
        {
            await zone.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops to listen; requests under way are finished first, for a second at most.</summary>
    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _server.StopAsync(patience.Token);
        _server.Dispose();
    }

    private Task ListenAsync(CancellationToken cancellationToken)
    {
        var catalog = new Catalog(Options.TimeProvider.GetUtcNow());
        var runs = new RunLedger(catalog, Options.TimeProvider, Options.RunDuration);
        return _server.StartAsync(new RequestHandler(Options, new Operations(catalog, runs).Route()), cancellationToken);
    }
}
