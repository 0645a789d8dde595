using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// Where bearer tokens come from when the client is given none: the variable <c>AWS_BEARER_TOKEN_</c> of the service's signing name, as AWS's SDKs
/// have it, else single sign-on as the profile has it, which takes a <see cref="CredentialsExtension"/>.
/// </summary>
internal sealed class DefaultTokens(string signingName, string? profile, EnvironmentVariables variables, TimeProvider timeProvider) : IAwsTokenProvider
{
    private volatile IAwsTokenProvider? _chain;

    /// <summary>Whether the variable is set: a token that is meant for the service.</summary>
    public bool HasVariable => variables[Variable] is not null;

    private string Variable { get; } = EnvironmentVariables.ForService("AWS_BEARER_TOKEN", signingName.Replace('-', '_'));

    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (variables[Variable] is { } text)
        {
            // The line break at the end of a file often comes along when a variable is set from one, and is never part of a token.
            var token = text.Trim();
            return MessageHeaders.IsValidCredential(token)
                ? new(token)
                : throw new AwsCredentialsException($"{Variable} is blank, or has a blank or another character that cannot be sent in a header.");
        }

        if (_chain is { } chain)
        {
            return chain.GetTokenAsync(cancellationToken);
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
