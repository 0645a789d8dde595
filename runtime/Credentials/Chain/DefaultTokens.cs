using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// The default sources of bearer tokens: the variable <c>AWS_BEARER_TOKEN_</c> with the service's signing name, as in the AWS SDKs, then the SSO session
/// of the profile, which needs a <see cref="CredentialsExtension"/>.
/// </summary>
internal sealed class DefaultTokens(string signingName, string? profile, EnvironmentVariables variables, TimeProvider timeProvider) : IAwsTokenProvider
{
    private volatile IAwsTokenProvider? _chain;

    /// <summary>Whether the variable for the service is set.</summary>
    public bool HasVariable => variables[Variable] is not null;

    private string Variable { get; } = EnvironmentVariables.GetNameForService("AWS_BEARER_TOKEN", signingName.Replace('-', '_'));

    public ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (variables[Variable] is { } text)
        {
            // A variable that is set from a file often has the line break at the end of the file, which is never part of the token.
            var token = text.Trim();
            return MessageHeaders.IsValidCredential(token)
                ? new(token)
                : throw new AwsCredentialsException($"{Variable} is empty, or has a space or another character that is not allowed in a header.");
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
        var name = SharedProfile.GetName(profile, variables);
        if (SharedFiles.ReadSettings(variables).FindProfile(name) is not { } found || !ProfileCredentials.UsesSso(found))
        {
            throw new AwsCredentialsException($"No bearer token was found. Set options.TokenProvider, {Variable}, or a profile with an SSO session.");
        }

        return CredentialsExtension.Registered is { } extension
            ? new ExtensionTokens(extension, () => new CredentialsRequest(name, region: null, variables, timeProvider), timeProvider)
            : throw ProfileCredentials.CreateMissingPackageException($"The SSO session of the profile '{name}'");
    }
}
