using System;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Runtime.Tests.EventStreams;

/// <summary>A server that sends each event back as soon as it has come, over TLS and HTTP/2 as services do.</summary>
internal sealed class DuplexServer : IAsyncDisposable
{
    private readonly X509Certificate2 _certificate = CreateCertificate();
    private readonly WebApplication _app;

    private DuplexServer(HttpProtocols protocols)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            // Events may be as far apart as the caller likes.
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                listen.Protocols = protocols;
                listen.UseHttps(_certificate);
            });
        });
        _app = builder.Build();
        _app.MapPost("/watch", EchoAsync);
    }

    public string Protocol { get; private set; } = "";

    public int Messages { get; private set; }

    public static async Task<DuplexServer> StartAsync(HttpProtocols protocols)
    {
        var server = new DuplexServer(protocols);
        await server._app.StartAsync();
        return server;
    }

    public TestClient CreateClient() => new(new()
    {
        Endpoint = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        Region = "us-east-1",
        Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
        HttpInvoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, certificate, _, _) => _certificate.RawDataMemory.Span.SequenceEqual(certificate!.GetRawCertData()),
            },
        }),
    });

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private async Task EchoAsync(HttpContext context)
    {
        Protocol = context.Request.Protocol;
        await context.Response.Body.FlushAsync(context.RequestAborted);
        using var buffer = new EventBuffer();
        while (await buffer.NextAsync(context.Request.Body, context.RequestAborted))
        {
            // What was sent stands signed in the payload; the last one is empty and ends the stream.
            Messages++;
            await context.Response.Body.WriteAsync(EventMessage.Decode(buffer.Message).Payload.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
        }
    }

    private static X509Certificate2 CreateCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
