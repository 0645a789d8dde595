using System;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// Caches the endpoint that a service assigns to a client. It is refreshed before it expires. If that fails, the client uses the previous endpoint.
/// </summary>
internal sealed class DiscoveredEndpoints
{
    private const string RejectedEndpointCode = "InvalidEndpointException";

    private static readonly TimeSpan MaxCachePeriod = TimeSpan.FromDays(1);

    private readonly EndpointDiscovery _discovery;
    private readonly IOperationSender _sender;
    private readonly PipelineSettings _settings;
    private readonly RefreshingCache<Assigned> _cache;

    private DiscoveredEndpoints(EndpointDiscovery discovery, IOperationSender sender, PipelineSettings settings)
    {
        _discovery = discovery;
        _sender = sender;
        _settings = settings;
        _cache = new(DiscoverAsync, static assigned => assigned.Expiration, settings.TimeProvider) { Extension = TimeSpan.FromMinutes(1) };
    }

    /// <summary>Creates the cache; <see langword="null"/> if the service does not assign endpoints, or if the settings have a custom endpoint.</summary>
    public static DiscoveredEndpoints? Create(IOperationSender sender, PipelineSettings settings) =>
        settings.Endpoint is null && settings.Service.GetEndpointDiscovery() is { } discovery ? new(discovery, sender, settings) : null;

    /// <summary>Gets the assigned endpoint, with the signing region and the signing name of the default one.</summary>
    /// <exception cref="AwsException">The service cannot be reached, returned an error, or returned no endpoint.</exception>
    public async ValueTask<SigningEndpoint> GetAsync(ValueTask<SigningEndpoint> defaultEndpoint, CancellationToken cancellationToken)
    {
        var resolved = await defaultEndpoint.ConfigureAwait(false);
        return (await _cache.GetAsync(cancellationToken).ConfigureAwait(false)).Apply(resolved);
    }

    /// <summary>Removes the endpoint if it has rejected a request, so that the next attempt gets another one.</summary>
    public bool TryRemove(AwsException exception, SigningEndpoint used)
    {
        var isRejected = exception is AwsServiceException error
            && (error.ErrorCode == RejectedEndpointCode || error.StatusCode == HttpStatusCode.MisdirectedRequest);
        if (isRejected)
        {
            _cache.TryRemove(assigned => assigned.IsUsedBy(used));
        }

        return isRejected;
    }

    private async ValueTask<Assigned> DiscoverAsync(CancellationToken cancellationToken)
    {
        var found = await _discovery.CallAsync(_sender, cancellationToken).ConfigureAwait(false)
            ?? throw new EndpointException(_settings.Service.ServiceId + " returned no endpoint for this client.");
        var url = found.Address.Contains("://", StringComparison.Ordinal) ? found.Address : Uri.UriSchemeHttps + "://" + found.Address;
        var minutes = Math.Clamp(found.CachePeriodInMinutes, 0, (long)MaxCachePeriod.TotalMinutes);
        var assigned = new Assigned(new ResolvedEndpoint(url), _settings.TimeProvider.GetUtcNow() + TimeSpan.FromMinutes(minutes));
        return assigned.Endpoint.Url.Scheme == Uri.UriSchemeHttps
            ? assigned
            : throw new EndpointException(_settings.Service.ServiceId + " returned a plain HTTP endpoint. To use it anyway, set it as a custom endpoint.");
    }

    private sealed class Assigned(ResolvedEndpoint endpoint, DateTimeOffset expiration)
    {
        private Target? _latest;

        public ResolvedEndpoint Endpoint => endpoint;

        public DateTimeOffset Expiration => expiration;

        public SigningEndpoint Apply(SigningEndpoint defaultEndpoint)
        {
            var latest = Volatile.Read(ref _latest);
            if (!ReferenceEquals(latest?.Default, defaultEndpoint))
            {
                latest = new Target(defaultEndpoint, defaultEndpoint with { Endpoint = defaultEndpoint.Endpoint.WithUrl(endpoint.Url.OriginalString) });
                Volatile.Write(ref _latest, latest);
            }

            return latest.Assigned;
        }

        public bool IsUsedBy(SigningEndpoint used) => used.Endpoint.Prefix == endpoint.Prefix;

        private sealed record Target(SigningEndpoint Default, SigningEndpoint Assigned);
    }
}
