using System;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>
/// Where bearer tokens come from when the client is given none: the service's own variable <c>AWS_BEARER_TOKEN_</c>, else single sign-on as the
/// profile has it, which takes AWSSDK.Core.
/// </summary>
internal sealed class DefaultTokens(string serviceId, string? profile, EnvironmentVariables variables, TimeProvider timeProvider) : IAwsTokenProvider
{
    private volatile IAwsTokenProvider? _chain;

    private string Variable => EnvironmentVariables.OfService("AWS_BEARER_TOKEN", serviceId);

    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (_chain is { } chain)
        {
            return chain.GetTokenAsync(cancellationToken);
        }

        if (profile is null && variables[Variable] is { } token)
        {
            return token.AsSpan().ContainsAnyExceptInRange('!', '~')
                ? throw new AwsCredentialsException($"{Variable} has a blank or another character that cannot be sent in a header.")
                : new(token);
        }

        if (!RuntimeFeatures.UsesSdkChain)
        {
            throw new AwsCredentialsException($"No bearer token: set options.TokenProvider or {Variable}. This app was built without the AWS chain.");
        }

        return (Interlocked.CompareExchange(ref _chain, Chain(), null) ?? _chain).GetTokenAsync(cancellationToken);
    }

    public void Invalidate(string rejected) => _chain?.Invalidate(rejected);

    // Not inlined, so that the caller can run without AWSSDK.Core.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private SdkTokens Chain() => new(profile, Variable, timeProvider);
}
