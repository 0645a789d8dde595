using System;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>
/// Where bearer tokens come from when the client is given none: the service's own variable <c>AWS_BEARER_TOKEN_</c>, else single sign-on as the
/// profile has it, which takes a <see cref="CredentialsExtension"/>.
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

        return (Interlocked.CompareExchange(ref _chain, FindChain(), null) ?? _chain).GetTokenAsync(cancellationToken);
    }

    public void Invalidate(string rejected) => _chain?.Invalidate(rejected);

    private ExtensionTokens FindChain()
    {
        var name = SharedProfile.NameFor(profile, variables);
        if (SharedFiles.ReadSettings(variables).FindProfile(name) is not { } found || !ProfileCredentials.UsesSingleSignOn(found))
        {
            throw new AwsCredentialsException($"No bearer token: set options.TokenProvider, {Variable}, or a profile with single sign-on.");
        }

        return CredentialsExtension.Registered is { } extension
            ? new ExtensionTokens(extension, () => new CredentialsRequest(name, region: null, variables, timeProvider), timeProvider)
            : throw ProfileCredentials.MissingPackage($"The profile '{name}' uses single sign-on");
    }
}
