using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The validated and immutable settings of a client, from options, environment, profile and defaults.</summary>
internal sealed record PipelineSettings
{
    public required ServiceDescription Service { get; init; }

    public string? Region { get; init; }

    /// <summary>Whether the region may come from the instance metadata: not if a profile was specified that does not exist.</summary>
    public bool UsesInstanceRegion { get; init; }

    /// <summary>The error message for a missing region.</summary>
    public string MissingRegionMessage { get; init; } = "";

    public string? Profile { get; init; }

    public IAwsCredentialsProvider? Credentials { get; init; }

    public IAwsTokenProvider? TokenProvider { get; init; }

    /// <summary>Whether bearer tokens are preferred to signatures if a model allows both.</summary>
    public bool PrefersBearerToken { get; init; }

    public bool DisableRequestCompression { get; init; }

    public int RequestMinCompressionSizeBytes { get; init; }

    public RequestChecksumCalculation RequestChecksumCalculation { get; init; }

    public ResponseChecksumValidation ResponseChecksumValidation { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>Whether requests are not encrypted, which only a custom endpoint can ask for.</summary>
    public bool IsPlainHttp => Endpoint?.StartsWith(Uri.UriSchemeHttp + ":", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>The service-specific endpoint parameters; null for most services.</summary>
    public EndpointContext? EndpointContext { get; init; }

    public bool UseFipsEndpoint { get; init; }

    public bool UseDualStackEndpoint { get; init; }

    public AccountIdEndpointMode AccountIdEndpointMode { get; init; }

    /// <summary>Whether host prefixes of operations are ignored; null if the endpoint decides.</summary>
    public bool? DisableHostPrefixInjection { get; init; }

    public RetryMode RetryMode { get; init; }

    public int MaxAttempts { get; init; }

    public string? AppId { get; init; }

    public TimeSpan Timeout { get; init; }

    public TimeSpan AttemptTimeout { get; init; }

    public long MaxResponseBytes { get; init; }

    public HttpMessageInvoker? HttpInvoker { get; init; }

    public ClientLog? Log { get; init; }

    public Version? HttpVersion { get; init; }

    public HttpVersionPolicy? HttpVersionPolicy { get; init; }

    public required TimeProvider TimeProvider { get; init; }

    public Func<string>? IdempotencyTokenGenerator { get; init; }

    public required EnvironmentVariables Variables { get; init; }

    /// <summary>Returns random numbers from 0 (inclusive) to 1 (exclusive) for the jitter of delays.</summary>
    public required Func<double> Jitter { get; init; }

    /// <summary>The initial retry quota.</summary>
    public int RetryQuota { get; init; } = RetryProfile.QuotaCapacity;
}
