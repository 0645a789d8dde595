using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Gets the identity for requests from the sources of credentials and tokens, and invalidates rejected ones.</summary>
internal sealed class IdentityResolver(PipelineSettings settings)
{
    private readonly IAwsCredentialsProvider _credentials =
        settings.Credentials
        ?? new DefaultCredentials(settings.Profile, settings.Region, settings.Variables, settings.TimeProvider, settings.Log);

    private readonly IAwsTokenProvider _tokens =
        settings.TokenProvider ?? new DefaultTokens(settings.Service.SigningName, settings.Profile, settings.Variables, settings.TimeProvider);

    private Identity _latest = Identity.None;

    /// <summary>
    /// Chooses the authentication type of a call. If the model allows both signatures and bearer tokens, a token from the options or the environment is
    /// used, then the preference in the settings, then a signature.
    /// </summary>
    public AuthType Choose(Operation operation) => operation.AcceptsBearerToken && UsesBearerToken() ? AuthType.Bearer : operation.Auth;

    /// <summary>Gets the identity for the next request.</summary>
    /// <exception cref="AwsCredentialsException">The source has no credentials or no token, or failed.</exception>
    public ValueTask<Identity> GetAsync(AuthType auth, CancellationToken cancellationToken) => auth == AuthType.SigV4 && _credentials is AwsCredentials credentials
        ? new(GetOrCreate(credentials))
        : FetchAsync(auth, cancellationToken);

    private async ValueTask<Identity> FetchAsync(AuthType auth, CancellationToken cancellationToken)
    {
        try
        {
            return auth switch
            {
                AuthType.SigV4 => GetOrCreate(await _credentials.GetCredentialsAsync(cancellationToken).ConfigureAwait(false)),
                AuthType.Bearer => new Identity(await _tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false)),
                _ => Identity.None,
            };
        }
        catch (Exception exception) when (ExceptionFilters.IsSourceError(exception, cancellationToken))
        {
            throw new AwsCredentialsException(
                auth == AuthType.Bearer ? "The source of bearer tokens failed." : "The source of credentials failed.", SafeCause.From(exception));
        }
    }

    private bool UsesBearerToken() => settings.PrefersBearerToken || _tokens is not DefaultTokens tokens || tokens.HasVariable;

    public void Invalidate(Identity rejected)
    {
        if (rejected.Credentials is { } credentials)
        {
            _credentials.Invalidate(credentials);
        }
        else if (rejected.Token is { } token)
        {
            _tokens.Invalidate(token);
        }
    }

    /// <summary>Returns the same object as long as the credentials do not change.</summary>
    private Identity GetOrCreate(AwsCredentials? credentials)
    {
        if (credentials is null)
        {
            throw new AwsCredentialsException("The credentials provider returned no credentials.");
        }

        var latest = _latest;
        return latest.Credentials == credentials ? latest : _latest = new Identity(credentials);
    }
}
