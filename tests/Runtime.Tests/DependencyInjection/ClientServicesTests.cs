using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace DataZoneGen.Runtime.Tests.DependencyInjection;

public class ClientServicesTests
{
    /// <summary>Objects, which no text stands for.</summary>
    private static readonly string[] NotText =
    [
        nameof(AwsClientOptions.Credentials), nameof(AwsClientOptions.TokenProvider), nameof(AwsClientOptions.HttpInvoker), nameof(AwsClientOptions.LoggerFactory),
        nameof(AwsClientOptions.TimeProvider), nameof(AwsClientOptions.IdempotencyTokenGenerator),
    ];

    [Theory]
    [InlineData("Region", "eu-west-1", "eu-west-1")]
    [InlineData("region", "eu-west-1", "eu-west-1")]
    [InlineData("Profile", "work", "work")]
    [InlineData("AppId", "app", "app")]
    [InlineData("Endpoint", "http://127.0.0.1:8080/", "http://127.0.0.1:8080/")]
    [InlineData("UseFipsEndpoint", "true", "True")]
    [InlineData("UseDualStackEndpoint", "False", "False")]
    [InlineData("AccountIdEndpointMode", "required", "Required")]
    [InlineData("RetryMode", "adaptive", "Adaptive")]
    [InlineData("MaxAttempts", "5", "5")]
    [InlineData("Timeout", "00:00:30", "00:00:30")]
    [InlineData("AttemptTimeout", "Infinite", "-00:00:00.0010000")]
    [InlineData("MaxResponseBytes", "5000000000", "5000000000")]
    [InlineData("HttpVersion", "2.0", "2.0")]
    [InlineData("HttpVersionPolicy", "RequestVersionExact", "RequestVersionExact")]
    [InlineData("DisableHostPrefixInjection", "true", "True")]
    [InlineData("DisableRequestCompression", "true", "True")]
    [InlineData("RequestMinCompressionSizeBytes", "0", "0")]
    [InlineData("RequestChecksumCalculation", "whenRequired", "WhenRequired")]
    [InlineData("ResponseChecksumValidation", "WhenRequired", "WhenRequired")]
    public void An_option_is_set_by_its_name(string key, string value, string expected)
    {
        var options = new AwsClientOptions();

        ClientServices.Set(options, "Aws:" + key, key, value);

        var property = typeof(AwsClientOptions).GetProperties().Single(p => p.Name.Equals(key, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(expected, Convert.ToString(property.GetValue(options), CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_option_that_is_text_can_be_set()
    {
        var error = Assert.Throws<AwsConfigurationException>(() => ClientServices.Set(new AwsClientOptions(), "Aws:Regoin", "Regoin", "x"));

        Assert.Equal(
            "Aws:Regoin: no option of this name can be set from a configuration. Valid options: "
                + string.Join(", ", typeof(AwsClientOptions).GetProperties().Select(static p => p.Name).Except(NotText).Order(StringComparer.Ordinal)) + ".",
            error.Message);
    }

    [Theory]
    [InlineData("MaxAttempts", "-1", "an integer")]
    [InlineData("MaxAttempts", "5000000000", "an integer")]
    [InlineData("Timeout", "30", "a duration such as 00:00:30, or infinite")]
    [InlineData("UseFipsEndpoint", "yes", "true or false")]
    [InlineData("Endpoint", "/path", "an absolute http or https URL*")]
    [InlineData("RetryMode", "1", "one of Standard,*")]
    [InlineData("Region", null, "a value, not a section")]
    public void A_value_that_is_none_is_an_error_that_names_its_place_and_not_the_value(string key, string? value, string rule)
    {
        var error = Assert.Throws<AwsConfigurationException>(() => ClientServices.Set(new AwsClientOptions(), "Aws:DataZone:" + key, key, value));

        Assert.StartsWith("Aws:DataZone:" + key + " must be " + rule.TrimEnd('*'), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_value_sets_nothing()
    {
        var options = new AwsClientOptions { Region = "us-east-1", MaxAttempts = 2 };

        ClientServices.Set(options, "Region", "Region", "");
        ClientServices.Set(options, "MaxAttempts", "MaxAttempts", "");

        Assert.Equal(("us-east-1", 2), (options.Region, options.MaxAttempts));
    }

    [Fact]
    public void Options_are_completed_from_the_container()
    {
        var container = new Container
        {
            [typeof(IAwsCredentialsProvider)] = TestClient.Credentials,
            [typeof(IAwsTokenProvider)] = new Tokens(),
            [typeof(ILoggerFactory)] = NullLoggerFactory.Instance,
            [typeof(TimeProvider)] = new FakeClock(),
        };
        var options = new AwsClientOptions();

        ClientServices.Complete(options, container);

        Assert.Equal(container.Values, [options.Credentials!, options.TokenProvider!, options.LoggerFactory!, options.TimeProvider]);
    }

    [Fact]
    public void What_options_say_stands()
    {
        var container = new Container { [typeof(IAwsCredentialsProvider)] = TestClient.Credentials, [typeof(TimeProvider)] = new FakeClock() };
        var clock = new FakeClock();
        var credentials = new AwsCredentials("AKID", "secret");
        var options = new AwsClientOptions { Credentials = credentials, TimeProvider = clock };

        ClientServices.Complete(options, container);

        Assert.Same(credentials, options.Credentials);
        Assert.Same(clock, options.TimeProvider);
    }

    [Fact]
    public void A_profile_has_credentials_of_its_own()
    {
        var options = new AwsClientOptions { Profile = "work" };

        ClientServices.Complete(options, new Container { [typeof(IAwsCredentialsProvider)] = TestClient.Credentials });

        Assert.Null(options.Credentials);
    }

    [Fact]
    public void An_empty_container_leaves_options_as_they_are()
    {
        var options = new AwsClientOptions();

        ClientServices.Complete(options, new Container());

        Assert.Equal((null, null, TimeProvider.System), (options.Credentials, options.LoggerFactory, options.TimeProvider));
    }

    [Fact]
    public void The_handler_follows_no_redirects_keeps_no_cookies_and_renews_its_connections()
    {
        using var handler = Assert.IsType<SocketsHttpHandler>(ClientServices.CreateHandler());

        Assert.Equal((false, false), (handler.AllowAutoRedirect, handler.UseCookies));
        Assert.InRange(handler.PooledConnectionLifetime, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(15));
    }

    private sealed class Container : Dictionary<Type, object>, IServiceProvider
    {
        public object? GetService(Type serviceType) => this.GetValueOrDefault(serviceType);
    }

    private sealed class Tokens : IAwsTokenProvider
    {
        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new("token");
    }
}
