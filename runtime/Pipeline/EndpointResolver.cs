using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// Finds out, at the first call, where a client sends its requests; from then on it is known. Calls with an endpoint context of their own are
/// resolved by themselves, and the latest of them remembered.
/// </summary>
internal sealed class EndpointResolver(PipelineSettings settings)
{
    private const int RememberedContexts = 16;
    private const string KnownScheme = "sigv4";

    // Long enough that calls that need no region do not wait for a search each, short enough for a metadata service that was down for a moment.
    private static readonly TimeSpan PauseAfterSearch = TimeSpan.FromSeconds(10);

    private readonly ContextTarget?[] _latest = new ContextTarget?[RememberedContexts];
    private readonly RefreshingCache<FoundRegion> _regions =
        new(cancellationToken => FindRegionAsync(settings, cancellationToken), static found => found.Expiration, settings.TimeProvider) { RefreshBefore = TimeSpan.Zero };

    private SigningEndpoint? _target;

    /// <summary>The endpoint of calls without a context of their own, if it is known by now.</summary>
    public SigningEndpoint? Usual => Volatile.Read(ref _target);

    /// <summary>The endpoint of a call, and the names to sign under.</summary>
    /// <exception cref="AwsConfigurationException">There is no region, or no endpoint for these settings.</exception>
    public ValueTask<SigningEndpoint> GetAsync(Call call, CancellationToken cancellationToken)
        => Known(call.EndpointContext) is { } target ? new(target) : ResolveAsync(call.EndpointContext, cancellationToken);

    /// <summary>Refuses to send a bearer token where it could be read on the way: whoever reads it can use it, which is not so of a signature.</summary>
    /// <exception cref="EndpointException">The call is authenticated by a token, and the endpoint is plain http on another machine.</exception>
    public static void ThrowIfExposed(SigningEndpoint target, AuthType auth)
    {
        if (auth == AuthType.Bearer && !target.Endpoint.IsEncryptedOrLocal)
        {
            throw new EndpointException("Bearer tokens are not sent over plain http, except to an endpoint on this machine, such as http://localhost.");
        }
    }

    private SigningEndpoint? Known(EndpointContext? context)
    {
        if (context is null)
        {
            return Usual;
        }

        return Volatile.Read(ref Slot(context)) is { } latest && latest.Context.Equals(context) ? latest.Target : null;
    }

    private ref ContextTarget? Slot(EndpointContext context) => ref _latest[(uint)context.GetHashCode() % RememberedContexts];

    private async ValueTask<SigningEndpoint> ResolveAsync(EndpointContext? context, CancellationToken cancellationToken)
    {
        try
        {
            var region = settings.Region ?? (await _regions.GetAsync(cancellationToken).ConfigureAwait(false)).Region;
            return Resolve(region, context);
        }
        catch (Exception exception) when (ExceptionFilters.IsSourceError(exception, cancellationToken))
        {
            throw new AwsConfigurationException("The region or the endpoint cannot be determined.", SafeCause.From(exception));
        }
    }

    /// <summary>Searches for a region; that there is none is believed for a short time only.</summary>
    private static async ValueTask<FoundRegion> FindRegionAsync(PipelineSettings settings, CancellationToken cancellationToken)
    {
        var region = settings.UsesInstanceRegion
            ? await InstanceMetadata.FindRegionAsync(settings.Profile, settings.Variables, settings.TimeProvider, cancellationToken).ConfigureAwait(false)
            : null;
        return new FoundRegion(region, region is null ? settings.TimeProvider.GetUtcNow() + PauseAfterSearch : null);
    }

    private SigningEndpoint Resolve(string? region, EndpointContext? context)
    {
        if (region is null && settings.Endpoint is null)
        {
            throw new AwsConfigurationException(settings.MissingRegionMessage);
        }

        if (region is not null && !EndpointRules.IsValidHostLabel(region, allowDots: false))
        {
            throw new AwsConfigurationException("The region in the instance's metadata is not valid: regions are letters, digits and hyphens.");
        }

        var parameters = new EndpointParameters(region, settings.UseFipsEndpoint, settings.UseDualStackEndpoint, settings.Endpoint)
        {
            Client = settings.EndpointContext,
            Call = context,
        };
        var endpoint = settings.Service.ResolveEndpoint(parameters);
        ThrowIfUnsafe(endpoint, settings.Endpoint);
        var target = TargetOf(endpoint, region);
        if (region is null)
        {
            // A later call may find one.
            return target;
        }

        if (context is null)
        {
            Volatile.Write(ref _target, target);
            settings.Log?.EndpointResolved(settings.Service.ServiceId, endpoint.Url.Authority, region);
        }
        else
        {
            Volatile.Write(ref Slot(context), new ContextTarget(context, target));
        }

        return target;
    }

    /// <summary>Plain http is for those who ask for it by an endpoint of their own.</summary>
    private static void ThrowIfUnsafe(ResolvedEndpoint endpoint, string? custom)
    {
        var isAskedFor = custom?.StartsWith(Uri.UriSchemeHttp + ":", StringComparison.OrdinalIgnoreCase) == true;
        if (endpoint.Url.Scheme == Uri.UriSchemeHttp && !isAskedFor)
        {
            throw new EndpointException("The service's endpoint rules give plain http. If that is meant, set it as a custom endpoint.");
        }
    }

    private SigningEndpoint TargetOf(ResolvedEndpoint endpoint, string? region)
    {
        var chosen = FindKnownScheme(endpoint);
        return new SigningEndpoint(endpoint, chosen?.SigningRegion ?? region, chosen?.SigningName ?? settings.Service.SigningName)
        {
            IgnoresHostPrefix = settings.DisableHostPrefixInjection ?? endpoint.HasNoSubdomains,
            MissingRegionMessage = settings.MissingRegionMessage,
            UnknownScheme = chosen is null && endpoint.AuthSchemes.Count > 0 ? endpoint.AuthSchemes[0].Name : null,

            // Those who want no second encoding are S3 and its kin, whose paths are the names of objects.
            PathRules = chosen switch
            {
                { DisableDoubleEncoding: true } => PathRules.AsSent,
                { DisableNormalizePath: true } => PathRules.KeepSegments,
                _ => PathRules.Usual,
            },
        };
    }

    private static EndpointAuthScheme? FindKnownScheme(ResolvedEndpoint endpoint)
    {
        foreach (var scheme in endpoint.AuthSchemes)
        {
            if (scheme.Name == KnownScheme)
            {
                return scheme;
            }
        }

        return null;
    }

    /// <summary>What a search found, and until when that counts; <see langword="null"/> for good.</summary>
    private sealed record FoundRegion(string? Region, DateTimeOffset? Expiration);

    private sealed record ContextTarget(EndpointContext Context, SigningEndpoint Target);
}
