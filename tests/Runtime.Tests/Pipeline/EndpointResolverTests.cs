using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline;

/// <summary>What becomes of an endpoint that rules give: when they are asked, where requests go and how they are signed.</summary>
public class EndpointResolverTests
{
    private static readonly string[] Buckets = ["a", "b", "a", "b", "a"];

    [Fact]
    public async Task Rules_are_asked_once_where_only_settings_count()
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("https://example.com"));
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        await client.AskAsync(null);
        await client.AskAsync(null);

        Assert.Single(service.Asked);
        Assert.Equal(2, handler.Seen.Count);
    }

    [Fact]
    public async Task Rules_are_asked_once_for_each_value_that_calls_tell_them()
    {
        var service = new RuledService(static parameters => new ResolvedEndpoint($"https://{parameters.GetString("Bucket") ?? "none"}.example.com"));
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        foreach (var bucket in Buckets)
        {
            await client.AskAsync(bucket);
        }

        await client.AskAsync(null);

        Assert.Equal([.. Buckets.Select(static b => $"https://{b}.example.com/"), "https://none.example.com/"], handler.Seen.Select(static r => r.Url));
        Assert.InRange(service.Asked.Count, 3, Buckets.Length + 1);
    }

    [Fact]
    public async Task The_clients_own_parameters_reach_the_rules()
    {
        var service = new RuledService(static parameters => new ResolvedEndpoint($"https://{parameters.GetString("Stage")}.example.com"));
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler, new StagedOptions("beta"));

        await client.AskAsync(null);

        Assert.Equal("https://beta.example.com/", handler.Seen.Single().Url);
    }

    [Fact]
    public async Task The_chosen_scheme_says_under_which_names_to_sign()
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("https://example.com")
        {
            AuthSchemes = [new("sigv4a") { SigningRegionSet = ["*"] }, new("sigv4") { SigningName = "other", SigningRegion = "eu-west-1" }],
        });
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        await client.AskAsync(null);

        Assert.Contains("/eu-west-1/other/aws4_request", handler.Seen.Single().Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_are_signed_as_the_chosen_scheme_wants_them()
    {
        async Task<string> SignatureAsync(EndpointAuthScheme scheme)
        {
            var service = new RuledService(_ => new ResolvedEndpoint("https://example.com/a%2Fb") { AuthSchemes = [scheme] });
            var handler = new StubHandler(() => StubHandler.Json("{}"));
            using var client = service.Client(handler, new AwsClientOptions { TimeProvider = new FakeClock(skipsWaits: true) });
            await client.AskAsync(null);
            return handler.Seen.Single().Headers["Authorization"];
        }

        var usual = await SignatureAsync(new("sigv4"));

        Assert.Equal(usual, await SignatureAsync(new("sigv4") { DisableNormalizePath = true }));
        Assert.NotEqual(usual, await SignatureAsync(new("sigv4") { DisableDoubleEncoding = true }));
    }

    [Fact]
    public async Task A_scheme_that_is_not_known_fails_the_call_by_its_name()
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("https://example.com") { AuthSchemes = [new("sigv4a")] });
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        var error = await Assert.ThrowsAsync<EndpointException>(() => client.AskAsync(null));

        Assert.Contains("sigv4a", error.Message, StringComparison.Ordinal);
        Assert.Empty(handler.Seen);
    }

    [Fact]
    public async Task What_the_rules_throw_is_told_as_a_failure_of_configuration_without_what_they_read()
    {
        var service = new RuledService(static _ => throw new FormatException("planted"));
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        var exception = await Assert.ThrowsAsync<AwsConfigurationException>(() => client.AskAsync(null));

        Assert.DoesNotContain("planted", exception.ToString(), StringComparison.Ordinal);
        Assert.Empty(handler.Seen);
    }

    [Fact]
    public async Task Headers_of_the_endpoint_are_sent()
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("https://example.com") { Headers = [new("x-a", "1"), new("x-a", "2"), new("x-b", "3")] });
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        await client.AskAsync(null);

        Assert.Equal("3", handler.Seen.Single().Headers["x-b"]);
        Assert.Contains("2", handler.Seen.Single().Headers["x-a"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-a", "1\r\nX-Evil: 1")]
    [InlineData("x-a", "1\n")]
    [InlineData("x-a", "1\0")]
    [InlineData("x-a\r\nX-Evil", "1")]
    [InlineData("", "1")]
    public async Task A_header_of_the_endpoint_that_cannot_be_sent_is_refused(string name, string value)
    {
        var service = new RuledService(_ => new ResolvedEndpoint("https://example.com") { Headers = [new("x-b", "3"), new(name, value)] });
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        await Assert.ThrowsAsync<EndpointException>(() => client.AskAsync(null));

        Assert.Empty(handler.Seen);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://custom.example.com", true)]
    [InlineData("http://custom.example.com", false)]
    [InlineData("HTTP://custom.example.com", false)]
    public async Task Plain_http_must_be_asked_for(string? custom, bool isRefused)
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("http://example.com"));
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler, new AwsClientOptions { Endpoint = custom is null ? null : new Uri(custom) });

        var error = await Record.ExceptionAsync(() => client.AskAsync(null));

        Assert.Equal(isRefused, error is EndpointException);
        Assert.Equal(isRefused ? 0 : 1, handler.Seen.Count);
    }

    [Theory]
    [InlineData(null, "111111111111", "111111111111,preferred")]
    [InlineData(null, null, ",preferred")]
    [InlineData(AccountIdEndpointMode.Required, "111111111111", "111111111111,required")]
    [InlineData(AccountIdEndpointMode.Disabled, "111111111111", ",disabled")]
    public async Task The_account_id_of_the_credentials_reaches_the_rules(AccountIdEndpointMode? mode, string? accountId, string expected)
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("https://example.com")) { IsByAccount = true };
        using var client = service.Client(new StubHandler(() => StubHandler.Json("{}")), new AwsClientOptions { AccountIdEndpointMode = mode }, Account(accountId));

        await client.AskAsync(null);
        await client.AskAsync(null);

        Assert.Equal(expected, Assert.Single(service.Asked) is var asked ? asked.AccountId + "," + asked.AccountIdEndpointMode : "");
    }

    [Fact]
    public async Task The_account_id_is_not_used_with_a_custom_endpoint_or_by_rules_without_it()
    {
        var byAccount = new RuledService(static parameters => new ResolvedEndpoint(parameters.Endpoint!)) { IsByAccount = true };
        var other = new RuledService(static _ => new ResolvedEndpoint("https://example.com"));
        using var custom = byAccount.Client(
            new StubHandler(() => StubHandler.Json("{}")), new AwsClientOptions { Endpoint = new Uri("https://custom.example.com") }, Account("111111111111"));
        using var client = other.Client(new StubHandler(() => StubHandler.Json("{}")), null, Account("111111111111"));

        await custom.AskAsync(null);
        await client.AskAsync(null);

        Assert.Null(byAccount.Asked.Single().AccountId);
        Assert.Null(other.Asked.Single().AccountId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("a")]
    public async Task Each_account_has_its_endpoint(string? bucket)
    {
        var accounts = new[] { "1", "1", "2", "1" };
        var service = new RuledService(static parameters => new ResolvedEndpoint($"https://{parameters.AccountId}.example.com")) { IsByAccount = true };
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler, null, new Accounts(accounts));

        for (var call = 0; call < accounts.Length; call++)
        {
            await client.AskAsync(bucket);
        }

        Assert.Equal(accounts.Select(static account => $"https://{account}.example.com/"), handler.Seen.Select(static request => request.Url));
        Assert.Equal(3, service.Asked.Count);
    }

    [Fact]
    public async Task A_missing_region_is_reported_before_missing_credentials()
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("https://example.com"));
        using var client = new RuledClient(service, new AwsClientOptions { Variables = new EnvironmentVariables(static name => name == "AWS_EC2_METADATA_DISABLED" ? "true" : null) });

        await Assert.ThrowsAsync<AwsConfigurationException>(() => client.AskAsync(null));
    }

    /// <summary>More values than the cache has places, so that several of them have the same place.</summary>
    [Fact]
    public async Task Calls_that_share_a_place_in_the_cache_have_their_own_endpoints()
    {
        var buckets = Enumerable.Range(0, 200).Select(static number => "b" + number).ToList();
        var service = new RuledService(static parameters => new ResolvedEndpoint($"https://{parameters.GetString("Bucket")}.example.com"));
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var client = service.Client(handler);

        foreach (var bucket in buckets)
        {
            await client.AskAsync(bucket);
        }

        Assert.Equal(buckets.Select(static bucket => $"https://{bucket}.example.com/"), handler.Seen.Select(static request => request.Url));
    }

    [Fact]
    public async Task A_cached_endpoint_with_parameters_of_the_call_allocates_nothing()
    {
        var service = new RuledService(static _ => new ResolvedEndpoint("https://example.com")) { IsByAccount = true };
        var resolver = new EndpointResolver(new AwsClientOptions { Region = "us-east-1", Variables = TestClient.NoVariables }.ToSettings(service));
        var context = new EndpointContext();
        var allocated = long.MaxValue;
        for (var call = 0; call < 5; call++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            context.Clear();
            await resolver.GetAsync(context.Set("Bucket", "a"), "111111111111", null, CancellationToken.None);
            allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        Assert.Equal(0, allocated);
        Assert.Single(service.Asked);
    }

    private static AwsCredentials Account(string? id) => new("AKID", "secret") { AccountId = id };

    private sealed class Accounts(string[] ids) : IAwsCredentialsProvider
    {
        private int _calls;

        public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => new(Account(ids[_calls++]));
    }

    private sealed class StagedOptions(string stage) : AwsClientOptions
    {
        protected internal override EndpointContext GetEndpointContext() => new EndpointContext().Set("Stage", stage);
    }

    private sealed class RuledService(Func<EndpointParameters, ResolvedEndpoint> rules) : ServiceDescription("Ruled", "ruled", "2026-01-02")
    {
        public List<EndpointParameters> Asked { get; } = [];

        public bool IsByAccount { get; init; }

        protected internal override bool UsesAccountId => IsByAccount;

        public RuledClient Client(HttpMessageHandler handler, AwsClientOptions? options = null, IAwsCredentialsProvider? credentials = null)
        {
            options ??= new AwsClientOptions();
            options.Region = "us-east-1";
            options.Credentials = credentials ?? TestClient.Credentials;
            options.HttpInvoker = new HttpMessageInvoker(handler);
            return new RuledClient(this, options);
        }

        protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters)
        {
            Asked.Add(parameters);
            return rules(parameters);
        }

        protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
    }

    private sealed class RuledClient(RuledService service, AwsClientOptions options) : AwsClient(service, options)
    {
        private readonly Ask _ask = new(service);

        public Task<PutItemResponse> AskAsync(string? bucket) => SendAsync(_ask, new AskRequest(bucket), CancellationToken.None);
    }

    private sealed record AskRequest(string? Bucket);

    private sealed class Ask(RuledService service) : Operation<AskRequest, PutItemResponse>(service, "Ask", HttpMethod.Get)
    {
        protected internal override void Write(AskRequest input, RequestWriter request) => request.Path("/"u8);

        protected internal override EndpointContext? GetEndpointContext(AskRequest input, EndpointContext context) =>
            input.Bucket is null ? null : context.Set("Bucket", input.Bucket);

        protected internal override PutItemResponse Read(ref ResponseReader response) => new();
    }
}
