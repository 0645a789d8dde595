using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Finds out, at the first call, where a client sends its requests; from then on it is known.</summary>
internal sealed class TargetResolver(PipelineSettings settings)
{
    private readonly object _lock = new();
    private SigningTarget? _target;
    private Task<string?>? _search;

    /// <summary>The endpoint, and the names to sign under.</summary>
    /// <exception cref="AwsConfigurationException">There is no region, or no endpoint for these settings.</exception>
    public ValueTask<SigningTarget> GetAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _target) is { } target)
        {
            return new(target);
        }

        return settings.Region is { } region ? new(Resolve(region)) : new(ResolveByChainAsync(cancellationToken));
    }

    private async Task<SigningTarget> ResolveByChainAsync(CancellationToken cancellationToken)
    {
        Task<string?> search;
        lock (_lock)
        {
            // The chain may block for seconds: callers share one search, and each can leave it.
            search = _search ??= RuntimeFeatures.UsesSdkChain
                ? Task.Run(() => FindRegion(settings.Profile), CancellationToken.None)
                : Task.FromResult<string?>(null);
        }

        try
        {
            return Resolve(await search.WaitAsync(cancellationToken).ConfigureAwait(false));
        }
        finally
        {
            if (search.IsCompleted)
            {
                _ = Interlocked.CompareExchange(ref _search, null, search);
            }
        }
    }

    // Not inlined, so that the caller can run without AWSSDK.Core.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string? FindRegion(string? profile) => SdkChain.FindRegion(profile);

    private SigningTarget Resolve(string? region)
    {
        if (region is null && settings.Endpoint is null)
        {
            throw new AwsConfigurationException("No region: set options.Region, AWS_REGION, or region in the profile.");
        }

        if (region is not null && !EndpointRules.IsValidHostLabel(region, allowDots: false))
        {
            throw new AwsConfigurationException("The region that the AWS chain found is none: regions are letters, digits and hyphens.");
        }

        var parameters = new EndpointParameters(region, settings.UseFipsEndpoint, settings.UseDualStackEndpoint, settings.Endpoint);
        var endpoint = settings.Service.ResolveEndpoint(parameters);
        var target = new SigningTarget(endpoint, endpoint.SigningRegion ?? region, endpoint.SigningName ?? settings.Service.SigningName);
        Volatile.Write(ref _target, target);
        return target;
    }
}
