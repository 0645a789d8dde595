using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Sends the requests of a client, with the invoker from its options or with one that it owns.</summary>
internal sealed class HttpTransport(HttpMessageInvoker? configuredInvoker, Version? version, HttpVersionPolicy? versionPolicy) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // Routers and gateways drop idle connections, some of them after a few minutes; an operation may take longer to respond.
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(30);

    // A limited lifetime makes connections follow DNS changes.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker _invoker = configuredInvoker ?? new HttpMessageInvoker(CreateHandler());

    // HttpClient does not apply its default version and policy to messages that it is given.
    private readonly Version _version = version ?? (configuredInvoker as HttpClient)?.DefaultRequestVersion ?? HttpVersion.Version11;
    private readonly HttpVersionPolicy _versionPolicy =
        versionPolicy ?? (configuredInvoker as HttpClient)?.DefaultVersionPolicy ?? HttpVersionPolicy.RequestVersionOrLower;

    /// <summary>Sends a request and returns when the response headers have been read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        // Only HTTP/2 and later allow a response while the request is still being sent.
        message.Version = message.Content is EventBody && _version < HttpVersion.Version20 ? HttpVersion.Version20 : _version;
        message.VersionPolicy = _versionPolicy;
        return _invoker is HttpClient client
            ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : _invoker.SendAsync(message, cancellationToken);
    }

    public void Dispose()
    {
        if (configuredInvoker is null)
        {
            _invoker.Dispose();
        }
    }

    /// <summary>
    /// Creates a handler with the default proxy and without automatic decompression: the responses of most operations are too short to benefit, and stored
    /// objects that are compressed must be returned unchanged.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        // Without a propagator .NET creates no activities for requests. This one adds no headers: the pipeline adds the trace header of AWS.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        AllowAutoRedirect = false,
        ConnectCallback = static (context, cancellationToken) => new ValueTask<Stream>(ConnectAsync(context.DnsEndPoint, cancellationToken)),
        ConnectTimeout = ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = KeepAliveInterval,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
    };

    /// <summary>Connects as the handler does by default, and enables TCP keep-alive.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket.")]
    [AsyncMethodBuilder(typeof(PooledTaskMethodBuilder<>))]
    private static async Task<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);

            // After the connection: before .NET 10, a socket with these options cannot try the addresses of a host on Unix.
            EnableKeepAlive(socket);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void EnableKeepAlive(Socket socket)
    {
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)KeepAliveInterval.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)KeepAliveInterval.TotalSeconds);
        }
        catch (Exception exception) when (exception is SocketException or PlatformNotSupportedException)
        {
            // Some systems do not support custom intervals; their defaults apply.
        }
    }
}
