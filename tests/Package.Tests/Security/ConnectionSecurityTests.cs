using System;
using System.IO;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using Xunit;

namespace DataZoneGen.Package.Tests.Security;

/// <summary>A client calls only its endpoint: it does not follow redirects and does not accept invalid certificates.</summary>
public sealed class ConnectionSecurityTests
{
    [Theory]
    [InlineData("301 Moved Permanently")]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    [InlineData("308 Permanent Redirect")]
    public async Task ARedirectIsNotFollowed(string status)
    {
        await using var elsewhere = new PlantedSecrets();
        await using var planted = new PlantedSecrets
        {
            Reply = (_, _) => Encoding.ASCII.GetBytes("HTTP/1.1 " + status + "\r\nLocation: " + elsewhere.Server.Endpoint + "\r\nContent-Length: 0\r\n\r\n"),
        };

        var exception = await Assert.ThrowsAnyAsync<DataZoneException>(() => planted.Client.ListDataSourcesAsync(planted.Request));

        Assert.Equal(int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture), (int)exception.StatusCode);
        Assert.Equal(0, elsewhere.Server.Connections);
    }

    [Fact]
    public async Task AnUntrustedCertificateFailsTheCallBeforeAnythingIsSent()
    {
        await using var server = new TlsServer();
        using var client = new DataZoneClient(new()
        {
            Region = "us-east-1",
            Endpoint = server.Endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            MaxAttempts = 1,
        });

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => client.GetDataSourceAsync("d", "s"));

        Assert.IsType<AuthenticationException>(exception.GetBaseException());
        Assert.Equal(0, await server.ReceivedBytes);
    }

    /// <summary>Accepts one connection with a self-signed certificate.</summary>
    private sealed class TlsServer : IAsyncDisposable
    {
        private readonly X509Certificate2 _certificate = SelfSigned();
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public TlsServer()
        {
            _listener.Start();
            Endpoint = new Uri("https://localhost:" + ((IPEndPoint)_listener.LocalEndpoint).Port);
            ReceivedBytes = ReceiveAsync();
        }

        public Uri Endpoint { get; }

        /// <summary>The number of bytes received through the encrypted connection.</summary>
        public Task<int> ReceivedBytes { get; }

        public async ValueTask DisposeAsync()
        {
            _listener.Dispose();
            await ReceivedBytes;
            _certificate.Dispose();
        }

        private async Task<int> ReceiveAsync()
        {
            try
            {
                using var socket = await _listener.AcceptSocketAsync();
                using var stream = new SslStream(new NetworkStream(socket));
                await stream.AuthenticateAsServerAsync(_certificate);
                return await stream.ReadAsync(new byte[1]);
            }
            catch (Exception exception) when (exception is IOException or AuthenticationException or SocketException)
            {
                return 0;
            }
        }

        private static X509Certificate2 SelfSigned()
        {
            using var key = RSA.Create(2048);
            var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
            var names = new SubjectAlternativeNameBuilder();
            names.AddDnsName("localhost");
            request.CertificateExtensions.Add(names.Build());
            using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
            return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), password: null);
        }
    }
}
