using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Generator.Plan.Units;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Connects a generated client to a scripted service, with everything fixed that would otherwise vary.</summary>
internal sealed class Connection : IDisposable
{
    /// <summary>An endpoint for calls whose endpoint does not matter. The rules of some services would reject the values of a minimal input.</summary>
    public const string AnyEndpoint = "https://service.example.com";

    /// <summary>The token of operations that take one in place of a signature.</summary>
    public const string BearerToken = "a.bearer.token";

    private static readonly SigningFacts AnyFacts = new("20260102T030405Z", "AKIDEXAMPLE", "secret", null, "us-east-1", "service");

    private readonly AwsClient _client;
    private readonly HttpMessageInvoker _invoker;

    public Connection(
        GeneratedClient generated,
        ScriptedService service,
        SigningFacts? facts = null,
        string? endpoint = null,
        Action<AwsClientOptions>? adjust = null)
    {
        facts ??= AnyFacts;
        _invoker = new HttpMessageInvoker(service.Handler);
        var options = generated.NewOptions();
        options.Region = facts.Region;
        options.Credentials = facts.Credentials;
        options.TokenProvider = new FixedToken();
        options.HttpInvoker = _invoker;
        options.TimeProvider = new FakeClock(facts.Instant, skipsWaits: true);
        options.Timeout = Timeout.InfiniteTimeSpan;
        options.MaxAttempts = 1;
        if (endpoint is not null || !generated.Plan.HasEndpointRules)
        {
            options.Endpoint = new Uri(endpoint ?? AnyEndpoint);
        }

        adjust?.Invoke(options);
        _client = generated.NewClient(options);
    }

    public AwsClient Client => _client;

    /// <summary>Sends a request and gives it as the service had it. That the client may not be able to read the empty response does not matter.</summary>
    public static async Task<CapturedRequest> CaptureAsync(
        GeneratedClient generated,
        OperationPlan operation,
        object request,
        SigningFacts? facts = null,
        string? endpoint = null,
        Action<AwsClientOptions>? adjust = null)
    {
        using var service = new ScriptedService(CannedResponse.Empty);
        using var connection = new Connection(generated, service, facts, endpoint, adjust);
        try
        {
            await connection.CallAsync(operation, request);
        }
        catch (AwsException) when (service.Requests.Count > 0)
        {
        }

        return Assert.Single(service.Requests);
    }

    public Task<AwsResponse> CallAsync(OperationPlan operation, object request) => GeneratedClient.CallAsync(_client, operation, request);

    public void Dispose()
    {
        _client.Dispose();
        _invoker.Dispose();
    }

    private sealed class FixedToken : IAwsTokenProvider
    {
        public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken) => new(BearerToken);
    }
}
