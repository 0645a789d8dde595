using System;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>A client's settings, wherever they come from, checked and no longer changing.</summary>
internal sealed record PipelineSettings
{
    public required ServiceDescription Service { get; init; }

    public string? Region { get; init; }

    /// <summary>Whether the instance's metadata may say the region: not where a profile was asked for that does not exist.</summary>
    public bool UsesInstanceRegion { get; init; }

    /// <summary>What to say when a region is needed and there is none.</summary>
    public string MissingRegionMessage { get; init; } = "";

    public string? Profile { get; init; }

    public IAwsCredentialsProvider? Credentials { get; init; }

    public IAwsTokenProvider? TokenProvider { get; init; }

    /// <summary>Whether bearer tokens are preferred to signatures where a model allows both.</summary>
    public bool PrefersBearerToken { get; init; }

    public bool DisableRequestCompression { get; init; }

    public int RequestMinCompressionSizeBytes { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>What the service's own settings tell its endpoint rules; null for most services.</summary>
    public EndpointContext? EndpointContext { get; init; }

    public bool UseFipsEndpoint { get; init; }

    public bool UseDualStackEndpoint { get; init; }

    /// <summary>Whether operations' prefixes are left out of host names; null where that goes by the endpoint.</summary>
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

    /// <summary>Where random waits come from: numbers from 0 up to 1.</summary>
    public required Func<double> Jitter { get; init; }

    /// <summary>What the client may spend on retries at first.</summary>
    public int RetryQuota { get; init; } = RetryProfile.QuotaCapacity;
}
