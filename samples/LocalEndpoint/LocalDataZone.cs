using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Testing;
using LocalEndpoint.DataZone;
using LocalEndpoint.Signatures;
using LocalEndpoint.State;
using LocalEndpoint.STS;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;

namespace LocalEndpoint;

/// <summary>
/// A local DataZone endpoint: six operations over HTTP on 127.0.0.1 with data in memory. Like AWS, it requires a valid signature. Any AWS SDK can
/// call it. For the identity of the caller, it is also an STS endpoint.
/// </summary>
internal sealed class LocalDataZone : IAsyncDisposable
{
    private readonly WebApplication _app;

    private LocalDataZone(LocalDataZoneOptions options, WebApplication app)
    {
        Options = options;
        _app = app;
    }

    /// <summary>The URL of the endpoint.</summary>
    public Uri Endpoint => new(_app.Urls.Single());

    /// <summary>The region, the credentials and other options.</summary>
    public LocalDataZoneOptions Options { get; }

    /// <summary>Starts an endpoint.</summary>
    /// <exception cref="IOException">The port is already in use.</exception>
    public static async Task<LocalDataZone> StartAsync(LocalDataZoneOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new();
        var endpoint = new LocalDataZone(options, CreateApp(options));
        try
        {
            await endpoint._app.StartAsync(cancellationToken);
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
        await _app.StopAsync(timeout.Token);
        await _app.DisposeAsync();
    }

    private static WebApplication CreateApp(LocalDataZoneOptions options)
    {
        var fakeOptions = new FakeOptions { ValidatesRequests = true, TimeProvider = options.TimeProvider };
        var dataZone = new DataZoneFake(fakeOptions);
        var catalog = new Catalog(options.TimeProvider.GetUtcNow());
        new Operations(catalog, new RunStore(catalog, options.TimeProvider, options.RunDuration)).AddTo(dataZone);
        var sts = new STSFake(fakeOptions);
        sts.OnGetCallerIdentity().Then(Catalog.Identity);

        // An empty builder reads no settings: the endpoint depends on its options alone.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = SignatureCheck.MaxBodySize;
            kestrel.Listen(IPAddress.Loopback, options.Port, static listen => listen.Protocols = HttpProtocols.Http1);
        });
        var app = builder.Build();
        app.Use(new SignatureCheck(options, dataZone, sts).InvokeAsync);
        app.MapDataZone(dataZone);
        app.MapSTS(sts);
        return app;
    }
}
