using System;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>What sends the requests of one client: the invoker it was given, or one of its own.</summary>
internal sealed class HttpTransport(HttpMessageInvoker? given, Version? version, HttpVersionPolicy? versionPolicy) : IDisposable
{
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(10);

    // Routers and gateways forget connections on which nothing is sent, some of them after a few minutes; the response to an operation may take longer.
    private static readonly TimeSpan KeepAliveInterval = TimeSpan.FromSeconds(30);

    // Connections are made anew now and then, to follow changes of DNS.
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    private readonly HttpMessageInvoker _invoker = given ?? new HttpMessageInvoker(CreateHandler());

    // An HttpClient has defaults of its own, which it leaves to whoever makes messages.
    private readonly Version _version = version ?? (given as HttpClient)?.DefaultRequestVersion ?? HttpVersion.Version11;
    private readonly HttpVersionPolicy _versionPolicy =
        versionPolicy ?? (given as HttpClient)?.DefaultVersionPolicy ?? HttpVersionPolicy.RequestVersionOrLower;

    /// <summary>Sends a request; the answer's body has yet to be read.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        // Only since HTTP/2 an answer may come while the request is still being sent.
        message.Version = message.Content is EventBody && _version < HttpVersion.Version20 ? HttpVersion.Version20 : _version;
        message.VersionPolicy = _versionPolicy;
        return _invoker is HttpClient client
            ? client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken)
            : _invoker.SendAsync(message, cancellationToken);
    }

    public void Dispose()
    {
        if (given is null)
        {
            _invoker.Dispose();
        }
    }

    /// <summary>
    /// A handler that follows the environment's proxies and asks for no compression: the answers of most operations are too short to gain by it, and
    /// objects that are kept compressed are to come as they are.
    /// </summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        // Without a propagator .NET makes no spans of requests at all. This one adds no headers: the pipeline adds the one that AWS understands.
        ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
        AllowAutoRedirect = false,
        ConnectCallback = static (context, cancellationToken) => ConnectAsync(context.DnsEndPoint, cancellationToken),
        ConnectTimeout = ConnectTimeout,
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = KeepAliveInterval,
        KeepAlivePingPolicy = HttpKeepAlivePingPolicy.WithActiveRequests,
        PooledConnectionLifetime = ConnectionLifetime,
        UseCookies = false,
    };

    /// <summary>Connects as the handler would by itself, and asks the system to keep the connection alive.</summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The stream owns the socket.")]
    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.NoDelay = true;
            KeepAlive(socket);
            await socket.ConnectAsync(endPoint, cancellationToken).ConfigureAwait(false);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static void KeepAlive(Socket socket)
    {
        try
        {
            socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive, true);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime, (int)KeepAliveInterval.TotalSeconds);
            socket.SetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval, (int)KeepAliveInterval.TotalSeconds);
        }
        catch (Exception exception) when (exception is SocketException or PlatformNotSupportedException)
        {
            // Some systems do not let a program choose the times; theirs hold then.
        }
    }
}
