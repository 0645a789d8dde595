using System;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Endpoints;

/// <summary>Whether what an operation puts before the host is sent to an endpoint.</summary>
public class HostPrefixTests
{
    [Theory]
    [InlineData(null, null, "https://api.tenant.teststore.us-east-1.amazonaws.com/")]
    [InlineData(null, true, "https://teststore.us-east-1.amazonaws.com/")]
    [InlineData("https://example.com/base", null, "https://api.tenant.example.com/base/")]
    [InlineData("https://example.com/base", false, "https://api.tenant.example.com/base/")]
    [InlineData("https://example.com/base", true, "https://example.com/base/")]
    [InlineData("http://127.0.0.1:4566", null, "http://127.0.0.1:4566/")]
    [InlineData("http://127.0.0.1:4566", true, "http://127.0.0.1:4566/")]
    [InlineData("http://[::1]:4566/base", null, "http://[::1]:4566/base/")]
    [InlineData("http://localhost:4566", null, "http://localhost:4566/")]
    [InlineData("http://LocalHost.:4566", null, "http://localhost.:4566/")]
    [InlineData("http://localhost:4566", false, "http://api.tenant.localhost:4566/")]
    [InlineData("http://localhost.example.com", null, "http://api.tenant.localhost.example.com/")]
    [InlineData("http://10.example.com", null, "http://api.tenant.10.example.com/")]
    public async Task A_prefix_is_left_out_where_the_option_says_so_or_the_host_has_no_names_below_it(string? endpoint, bool? disable, string expected)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = Client(handler, endpoint, disable);

        await client.CallAsync(Prefixed.Instance, new GetItemRequest("tenant"));

        Assert.Equal(expected + "items", Assert.Single(handler.Seen).Url);
    }

    [Theory]
    [InlineData("http://127.0.0.1:4566", null)]
    [InlineData("https://example.com", true)]
    public async Task The_host_that_is_signed_is_the_one_that_is_sent_to(string endpoint, bool? disable)
    {
        using var client = Client(new StubHandler(), endpoint, disable);

        var request = await client.PresignAsync(Prefixed.Instance, new GetItemRequest("tenant"), TimeSpan.FromHours(1));
        var plain = await client.PresignAsync(Plain.Instance, new GetItemRequest("tenant"), TimeSpan.FromHours(1));

        Assert.Equal(plain.Url, request.Url);
    }

    [Theory]
    [InlineData("AWS_DISABLE_HOST_PREFIX_INJECTION", "true", null, "https://example.com/items")]
    [InlineData(null, null, "true", "https://example.com/items")]
    [InlineData("AWS_DISABLE_HOST_PREFIX_INJECTION", "false", "true", "https://api.tenant.example.com/items")]
    public async Task The_setting_comes_from_the_environment_or_else_from_the_profile(string? variable, string? value, string? inProfile, string expected)
    {
        using var folder = new SettingsFolder("[default]\ndisable_host_prefix_injection = " + inProfile + "\n");
        if (variable is not null)
        {
            folder[variable] = value;
        }

        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = TestClient.Over(
            handler, options => (options.Endpoint, options.Variables) = (new Uri("https://example.com"), folder.Variables));

        await client.CallAsync(Prefixed.Instance, new GetItemRequest("tenant"));

        Assert.Equal(expected, Assert.Single(handler.Seen).Url);
    }

    private static TestClient Client(StubHandler handler, string? endpoint, bool? disable) => TestClient.Over(handler, options =>
    {
        options.Endpoint = endpoint is null ? null : new Uri(endpoint);
        options.DisableHostPrefixInjection = disable;
    });

    private class Plain : Operation<GetItemRequest, PutItemResponse>
    {
        public static readonly Plain Instance = new();

        protected Plain()
            : base(TestService.Description, "GetTenantItems", HttpMethod.Get)
        {
        }

        protected internal override void Write(GetItemRequest input, RequestWriter request) => request.Path("/items"u8);

        protected internal override PutItemResponse Read(ref ResponseReader response) => new();
    }

    private sealed class Prefixed : Plain
    {
        public static new readonly Prefixed Instance = new();

        protected internal override void Write(GetItemRequest input, RequestWriter request)
        {
            request.HostPrefix("api."u8).HostLabel("Id", input.Id).HostPrefix("."u8);
            base.Write(input, request);
        }
    }
}
