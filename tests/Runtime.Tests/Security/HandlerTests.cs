using System.Net.Security;
using System.Security.Authentication;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Security;

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
        Assert.Null(handler.ConnectCallback);
        Assert.Equal(SslProtocols.None, handler.SslOptions.EnabledSslProtocols);
        Assert.Equal(usual.EncryptionPolicy, handler.SslOptions.EncryptionPolicy);
        Assert.Equal(usual.CertificateRevocationCheckMode, handler.SslOptions.CertificateRevocationCheckMode);
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
