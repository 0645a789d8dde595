using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using LocalEndpoint;

namespace DataZoneGen.Package.Tests.EndToEnd;

/// <summary>A local endpoint and a generated client that calls it over a real socket.</summary>
internal sealed class LocalClient : IAsyncDisposable
{
    private readonly LocalDataZone _endpoint;

    private LocalClient(LocalDataZone endpoint, DataZoneClient client)
    {
        _endpoint = endpoint;
        Client = client;
    }

    public DataZoneClient Client { get; }

    public static async Task<LocalClient> StartAsync(
        TimeSpan? runDuration = null, Func<HttpRequestMessage, HttpRequestMessage>? tamper = null, string? secret = null, TimeProvider? clientTime = null)
    {
        var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions { RunDuration = runDuration ?? TimeSpan.FromMilliseconds(100) });
        var known = endpoint.Options.Credentials[0];
        var options = new DataZoneClientOptions
        {
            Region = endpoint.Options.Region,
            Endpoint = endpoint.Endpoint,
            Credentials = new AwsCredentials(known.AccessKeyId, secret ?? known.SecretAccessKey),
            HttpInvoker = tamper is null ? null : new HttpMessageInvoker(new TamperingHandler(tamper)),
        };
        if (clientTime is not null)
        {
            options.TimeProvider = clientTime;
        }

        return new LocalClient(endpoint, new DataZoneClient(options));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _endpoint.DisposeAsync();
    }

    /// <summary>Changes requests after they have been signed.</summary>
    private sealed class TamperingHandler(Func<HttpRequestMessage, HttpRequestMessage> tamper) : DelegatingHandler(new SocketsHttpHandler())
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            base.SendAsync(tamper(request), cancellationToken);
    }
}
