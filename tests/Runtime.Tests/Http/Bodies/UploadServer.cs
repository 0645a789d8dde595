using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DataZoneGen.Runtime.Tests.Http.Bodies;

/// <summary>A server for uploads over HTTP/2, where the response may come before the request has been read.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private int _requests;

    private UploadServer(Func<int, HttpContext, Task> respond)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Limits.MinRequestBodyDataRate = null;
            kestrel.Listen(IPAddress.Loopback, 0, static listen => listen.Protocols = HttpProtocols.Http2);
        });
        _app = builder.Build();
        _app.MapFallback(context => respond(Interlocked.Increment(ref _requests), context));
    }

    public int Requests => Volatile.Read(ref _requests);

    /// <param name="respond">Responds to the request with a number, from 1.</param>
    public static async Task<UploadServer> StartAsync(Func<int, HttpContext, Task> respond)
    {
        var server = new UploadServer(respond);
        await server._app.StartAsync();
        return server;
    }

    /// <summary>Responds with an error, and reads the request only then.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        return RespondAsync(context);
    }

    /// <summary>Responds, and reads the request only then.</summary>
    public static async Task RespondAsync(HttpContext context)
    {
        await context.Response.WriteAsync("{}");
        await context.Response.CompleteAsync();
        await context.Request.Body.CopyToAsync(Stream.Null).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Responds with the number of bytes that the request has, if they are in order.</summary>
    public static async Task CountAsync(HttpContext context)
    {
        var buffer = new byte[64 * 1024];
        var total = 0;
        for (int count; (count = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            for (var index = 0; index < count; index++)
            {
                if (buffer[index] != (byte)(total + index))
                {
                    throw new InvalidOperationException("The body is not the stream's.");
                }
            }

            total += count;
        }

        context.Response.Headers["x-count"] = total.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await context.Response.WriteAsync("{}");
    }

    public TestClient CreateClient(HttpMessageInvoker? invoker = null) => new(new()
    {
        Endpoint = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        Region = "us-east-1",
        Credentials = TestClient.Credentials,
        Variables = TestClient.NoVariables,
        HttpInvoker = invoker,
        HttpVersion = HttpVersion.Version20,
        HttpVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        Jitter = () => 0,
    });

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
