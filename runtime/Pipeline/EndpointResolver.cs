using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// Resolves the endpoint of a client with the first call, and caches it. Calls with an endpoint context are resolved separately; the most recent ones
/// are cached.
/// </summary>
internal sealed class EndpointResolver(PipelineSettings settings)
{
    private const int MaxCachedContexts = 64;
    private const string SigV4 = "sigv4";
    private const string SigV4A = "sigv4a";
    private const string SessionScheme = "sigv4-s3express";

    // Long enough to avoid a search for each call that needs no region, short enough to recover when the metadata service was briefly unavailable.
    private static readonly TimeSpan SearchInterval = TimeSpan.FromSeconds(10);

    // With a custom endpoint, no rules apply.
    private readonly bool _usesAccountId =
        settings.Service.UsesAccountId && settings.Endpoint is null && settings.AccountIdEndpointMode != AccountIdEndpointMode.Disabled;

    private readonly CachedTarget?[] _latest = new CachedTarget?[MaxCachedContexts];
    private readonly RefreshingCache<FoundRegion> _regions =
        new(cancellationToken => FindRegionAsync(settings, cancellationToken), static found => found.Expiration, settings.TimeProvider) { RefreshBefore = TimeSpan.Zero };

    private CachedTarget? _default;

    /// <summary>The latest endpoint of calls without an endpoint context, if it has been resolved.</summary>
    public SigningEndpoint? Default => Volatile.Read(ref _default)?.Target;

    /// <summary>Whether the endpoint of a call depends on its identity, so that the identity must be known first.</summary>
    public bool NeedsIdentity(AuthType auth) => _usesAccountId && auth == AuthType.SigV4;

    /// <summary>Gets the endpoint of a call, with its signing region and signing name.</summary>
    /// <param name="context">The endpoint parameters of the call; <see langword="null"/> if there are none. The object is not kept.</param>
    /// <param name="accountId">The account id of the credentials, if the endpoint depends on it.</param>
    /// <param name="knownRegion">The region of the call, if it is not that of the client; otherwise, <see langword="null"/>.</param>
    /// <param name="cancellationToken">Cancels the search for the region.</param>
    /// <exception cref="AwsConfigurationException">The region is missing, or no endpoint matches the settings.</exception>
    public ValueTask<SigningEndpoint> GetAsync(EndpointContext? context, string? accountId, string? knownRegion, CancellationToken cancellationToken)
    {
        var cached = context is null ? Volatile.Read(ref _default) : Volatile.Read(ref Slot(context));
        return cached is not null && cached.AccountId == accountId && cached.KnownRegion == knownRegion && (context is null || cached.Context!.Equals(context))
            ? new(cached.Target)
            : ResolveAsync(context, accountId, knownRegion, cancellationToken);
    }

    /// <summary>Throws if a bearer token would be sent unencrypted. Unlike a signature, an intercepted token can be used by anyone.</summary>
    /// <exception cref="EndpointException">The call uses a bearer token, and the endpoint is plain HTTP on another machine.</exception>
    public static void ThrowIfTokenUnencrypted(SigningEndpoint target, AuthType auth)
    {
        if (auth == AuthType.Bearer && !target.Endpoint.IsEncryptedOrLocal)
        {
            throw new EndpointException("Bearer tokens are sent over plain HTTP only to an endpoint on this machine, such as http://localhost.");
        }
    }

    private static string GetText(AccountIdEndpointMode mode) => mode switch
    {
        AccountIdEndpointMode.Disabled => "disabled",
        AccountIdEndpointMode.Required => "required",
        _ => "preferred",
    };

    private ref CachedTarget? Slot(EndpointContext context) => ref _latest[(uint)context.GetHashCode() % MaxCachedContexts];

    private ValueTask<SigningEndpoint> ResolveAsync(EndpointContext? context, string? accountId, string? knownRegion, CancellationToken cancellationToken) =>
        (knownRegion ?? settings.Region) is { } region
            ? new(Resolve(region, context, accountId, knownRegion))
            : SearchAsync(context, accountId, cancellationToken);

    private async ValueTask<SigningEndpoint> SearchAsync(EndpointContext? context, string? accountId, CancellationToken cancellationToken)
    {
        string? region;
        try
        {
            region = (await _regions.GetAsync(cancellationToken).ConfigureAwait(false)).Region;
        }
        catch (Exception exception) when (ExceptionFilters.IsSourceError(exception, cancellationToken))
        {
            throw CreateError(exception);
        }

        return Resolve(region, context, accountId, knownRegion: null);
    }

    private static AwsConfigurationException CreateError(Exception exception) => new("The region or the endpoint cannot be determined.", SafeCause.From(exception));

    /// <summary>Searches for the region of the instance. A failure is cached for a short time.</summary>
    private static async ValueTask<FoundRegion> FindRegionAsync(PipelineSettings settings, CancellationToken cancellationToken)
    {
        var region = settings.UsesInstanceRegion
            ? await InstanceMetadata.FindRegionAsync(settings.Profile, settings.Variables, settings.TimeProvider, cancellationToken).ConfigureAwait(false)
            : null;
        return new FoundRegion(region, region is null ? settings.TimeProvider.GetUtcNow() + SearchInterval : null);
    }

    private SigningEndpoint Resolve(string? region, EndpointContext? context, string? accountId, string? knownRegion)
    {
        if (region is null && settings.Endpoint is null)
        {
            throw new AwsConfigurationException(settings.MissingRegionMessage);
        }

        if (region is not null && !EndpointRules.IsValidHostLabel(region, allowDots: false))
        {
            throw new AwsConfigurationException("The region in the instance metadata is not valid. A region consists of letters, digits and hyphens.");
        }

        var parameters = new EndpointParameters(region, settings.UseFipsEndpoint, settings.UseDualStackEndpoint, settings.Endpoint)
        {
            AccountId = accountId,
            AccountIdEndpointMode = GetText(settings.AccountIdEndpointMode),
            Client = settings.Endpoint is not null && settings.Service.Storage is { } storage
                ? storage.GetContextForCustomEndpoint(settings.EndpointContext, context)
                : settings.EndpointContext,
            Call = context,
        };
        ResolvedEndpoint endpoint;
        try
        {
            endpoint = settings.Service.ResolveEndpoint(parameters);
        }
        catch (Exception exception) when (ExceptionFilters.IsSourceError(exception, CancellationToken.None))
        {
            throw CreateError(exception);
        }

        ThrowIfUnsafe(endpoint, settings);
        var target = CreateTarget(endpoint, region);
        if (region is null)
        {
            // Not cached: a later call may find a region.
            return target;
        }

        if (context is null)
        {
            Volatile.Write(ref _default, new CachedTarget(null, accountId, knownRegion, target));
            settings.Log?.EndpointResolved(settings.Service.ServiceId, endpoint.Url.Authority, region);
        }
        else
        {
            Volatile.Write(ref Slot(context), new CachedTarget(context.Copy(), accountId, knownRegion, target));
        }

        return target;
    }

    /// <summary>Allows plain HTTP only for a custom endpoint that specifies it.</summary>
    private static void ThrowIfUnsafe(ResolvedEndpoint endpoint, PipelineSettings settings)
    {
        if (endpoint.Url.Scheme == Uri.UriSchemeHttp && !settings.IsPlainHttp)
        {
            throw new EndpointException("The endpoint rules of the service return a plain HTTP endpoint. To use it anyway, set it as a custom endpoint.");
        }
    }

    private SigningEndpoint CreateTarget(ResolvedEndpoint endpoint, string? region)
    {
        var scheme = FindSupportedScheme(endpoint);
        return new SigningEndpoint(endpoint, scheme?.SigningRegion ?? region, scheme?.SigningName ?? settings.Service.SigningName)
        {
            IgnoresHostPrefix = settings.DisableHostPrefixInjection ?? endpoint.HasNoSubdomains,
            MissingRegionMessage = settings.MissingRegionMessage,
            UnsupportedScheme = scheme is null && endpoint.AuthSchemes.Count > 0 ? DescribeUnsupported(endpoint.AuthSchemes[0].Name) : null,
            MultiRegion = scheme?.Name == SigV4A ? settings.Service.MultiRegionSigning : null,
            RegionSet = scheme is { Name: SigV4A, SigningRegionSet: { Count: > 0 } regions } ? string.Join(',', regions) : null,
            NeedsSession = scheme?.Name == SessionScheme,

            // S3 and similar services disable double encoding, because their paths are names of objects.
            PathRules = scheme switch
            {
                { DisableDoubleEncoding: true } => PathRules.Verbatim,
                { DisableNormalizePath: true } => PathRules.KeepSegments,
                _ => PathRules.Default,
            },
        };
    }

    private EndpointAuthScheme? FindSupportedScheme(ResolvedEndpoint endpoint)
    {
        foreach (var scheme in endpoint.AuthSchemes)
        {
            var isSupported = scheme.Name switch
            {
                SigV4 => true,
                SigV4A => settings.Service.MultiRegionSigning is not null,
                SessionScheme => settings.Service.Storage is { HasSessions: true },
                _ => false,
            };
            if (isSupported)
            {
                return scheme;
            }
        }

        return null;
    }

    private static string DescribeUnsupported(string scheme) => scheme == SessionScheme
        ? "The requests of a directory bucket of S3 Express need a session. Add CreateSession to the operations of the client, or set DisableS3ExpressSessionAuth in its options."
        : "The endpoint requires the authentication scheme " + scheme + ", which the client does not support.";

    /// <summary>The result of a search, and its expiration; <see langword="null"/> if it does not expire.</summary>
    private sealed record FoundRegion(string? Region, DateTimeOffset? Expiration);

    private sealed record CachedTarget(EndpointContext? Context, string? AccountId, string? KnownRegion, SigningEndpoint Target);
}
