using System;
using System.Net;
using System.Net.Http;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Transport;

public class HandlerTests
{
    /// <summary>What .NET thinks safe: its own check of certificates, and the protocols that the system allows.</summary>
    [Fact]
    public void A_handler_of_our_own_leaves_TLS_as_it_is()
    {
        using var handler = HttpTransport.CreateHandler();
        var usual = new SslClientAuthenticationOptions();

        Assert.Null(handler.SslOptions.RemoteCertificateValidationCallback);
        Assert.Null(handler.SslOptions.LocalCertificateSelectionCallback);
        Assert.Null(handler.SslOptions.ClientCertificates);
        Assert.Null(handler.SslOptions.CertificateChainPolicy);
        Assert.Null(handler.SslOptions.CipherSuitesPolicy);
        Assert.Equal(SslProtocols.None, handler.SslOptions.EnabledSslProtocols);
        Assert.Equal(usual.EncryptionPolicy, handler.SslOptions.EncryptionPolicy);
        Assert.Equal(usual.CertificateRevocationCheckMode, handler.SslOptions.CertificateRevocationCheckMode);
    }

    [Fact]
    public void A_handler_of_our_own_has_ten_seconds_to_connect()
    {
        using var handler = HttpTransport.CreateHandler();

        Assert.Equal(TimeSpan.FromSeconds(10), handler.ConnectTimeout);
    }

    [Fact]
    public async Task Connections_of_our_own_are_kept_alive_while_a_response_is_awaited()
    {
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var handler = HttpTransport.CreateHandler();
        Socket? socket = null;
        handler.PlaintextStreamFilter = (context, _) =>
        {
            socket = Assert.IsType<NetworkStream>(context.PlaintextStream).Socket;
            Assert.Equal(1, socket.GetSocketOption(SocketOptionLevel.Socket, SocketOptionName.KeepAlive));
            Assert.Equal(30, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveTime));
            Assert.Equal(30, socket.GetSocketOption(SocketOptionLevel.Tcp, SocketOptionName.TcpKeepAliveInterval));
            Assert.True(socket.NoDelay);
            return new(context.PlaintextStream);
        };
        using var invoker = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://localhost:" + server.Port);

        using var response = await invoker.SendAsync(request, default);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.NotNull(socket);
    }

    [Fact]
    public void Connections_of_our_own_are_pinged_over_HTTP_2_while_a_response_is_awaited()
    {
        using var handler = HttpTransport.CreateHandler();

        Assert.Equal(TimeSpan.FromSeconds(30), handler.KeepAlivePingDelay);
        Assert.Equal(HttpKeepAlivePingPolicy.WithActiveRequests, handler.KeepAlivePingPolicy);
    }

    [Fact]
    public async Task The_limit_on_connecting_reaches_the_socket()
    {
        using var handler = HttpTransport.CreateHandler();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await handler.ConnectCallback!(Context(), new(canceled: true)));

        static SocketsHttpConnectionContext Context() => (SocketsHttpConnectionContext)Activator.CreateInstance(
            typeof(SocketsHttpConnectionContext),
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic,
            binder: null,
            [new DnsEndPoint("localhost", 1), new HttpRequestMessage()],
            culture: null)!;
    }

    [Fact]
    public void A_handler_of_our_own_follows_nothing_and_remembers_nothing()
    {
        using var handler = HttpTransport.CreateHandler();

        Assert.False(handler.AllowAutoRedirect);
        Assert.False(handler.UseCookies);
        Assert.False(handler.PreAuthenticate);
        Assert.Null(handler.Credentials);
        Assert.Null(handler.DefaultProxyCredentials);
    }
}
