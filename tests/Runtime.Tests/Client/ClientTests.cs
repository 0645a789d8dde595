using System;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Client;

public class ClientTests
{
    [Fact]
    public async Task A_request_is_required()
        => await Assert.ThrowsAsync<ArgumentNullException>(() => TestClient.Over(new StubHandler()).CallAsync(GetItem.Instance, null!));

    [Fact]
    public async Task A_client_that_is_disposed_of_calls_no_more()
    {
        var client = TestClient.Over(new StubHandler());

        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.GetItemAsync("id"));
    }

    [Fact]
    public void A_handler_that_was_given_is_not_disposed_of()
    {
        var handler = new StubHandler();

        TestClient.Over(handler).Dispose();

        Assert.False(handler.IsDisposed);
    }

    [Fact]
    public async Task Options_changed_later_have_no_effect()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        AwsClientOptions? kept = null;
        var client = TestClient.Over(handler, options => kept = options);

        kept!.Region = "eu-west-1";
        await client.GetItemAsync("id");

        Assert.Contains("us-east-1", handler.Seen.Single().Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(AwsClientOptions.Region))]
    [InlineData(nameof(AwsClientOptions.Profile))]
    [InlineData(nameof(AwsClientOptions.Endpoint))]
    [InlineData(nameof(AwsClientOptions.AccountIdEndpointMode))]
    [InlineData(nameof(AwsClientOptions.RetryMode))]
    [InlineData(nameof(AwsClientOptions.MaxAttempts))]
    [InlineData(nameof(AwsClientOptions.Timeout))]
    [InlineData(nameof(AwsClientOptions.AttemptTimeout))]
    [InlineData(nameof(AwsClientOptions.MaxResponseBytes))]
    [InlineData(nameof(AwsClientOptions.HttpVersion))]
    [InlineData(nameof(AwsClientOptions.HttpVersionPolicy))]
    [InlineData(nameof(AwsClientOptions.TimeProvider))]
    public void A_setting_out_of_range_is_named(string setting)
    {
        var options = new AwsClientOptions();
        switch (setting)
        {
            case nameof(AwsClientOptions.Region):
                options.Region = "us-east-1.evil.example";
                break;
            case nameof(AwsClientOptions.Profile):
                options.Profile = "";
                break;
            case nameof(AwsClientOptions.Endpoint):
                options.Endpoint = new Uri("/relative", UriKind.Relative);
                break;
            case nameof(AwsClientOptions.AccountIdEndpointMode):
                options.AccountIdEndpointMode = (AccountIdEndpointMode)99;
                break;
            case nameof(AwsClientOptions.RetryMode):
                options.RetryMode = (RetryMode)99;
                break;
            case nameof(AwsClientOptions.MaxAttempts):
                options.MaxAttempts = 0;
                break;
            case nameof(AwsClientOptions.Timeout):
                options.Timeout = TimeSpan.Zero;
                break;
            case nameof(AwsClientOptions.AttemptTimeout):
                options.AttemptTimeout = TimeSpan.FromDays(1000);
                break;
            case nameof(AwsClientOptions.MaxResponseBytes):
                options.MaxResponseBytes = 1L << 31;
                break;
            case nameof(AwsClientOptions.HttpVersion):
                options.HttpVersion = new Version(0, 9);
                break;
            case nameof(AwsClientOptions.HttpVersionPolicy):
                options.HttpVersionPolicy = (HttpVersionPolicy)99;
                break;
            default:
                options.TimeProvider = null!;
                break;
        }

        Assert.Equal(setting, Assert.Throws<ArgumentException>(() => new TestClient(options)).ParamName);
    }

    [Fact]
    public async Task No_time_limits_at_all_are_allowed()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        var client = TestClient.Over(handler, options => options.Timeout = options.AttemptTimeout = Timeout.InfiniteTimeSpan);

        await client.GetItemAsync("id");
    }

    [Fact]
    public async Task An_HttpClient_fits()
    {
        var handler = new StubHandler(() => StubHandler.Json("""{"name":"n"}"""));
        using var http = new HttpClient(handler);
        var client = TestClient.Over(handler, options => options.HttpInvoker = http);

        Assert.Equal("n", (await client.GetItemAsync("id")).Name);
    }
}
