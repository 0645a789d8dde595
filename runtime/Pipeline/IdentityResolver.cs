using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Knows who a client's requests are from: asks the sources of credentials and tokens, and tells them of refusals.</summary>
internal sealed class IdentityResolver(PipelineSettings settings)
{
    private readonly IAwsCredentialsProvider _credentials =
        settings.Credentials ?? new DefaultCredentials(settings.Profile, settings.Variables, settings.TimeProvider, settings.Log);

    private readonly IAwsTokenProvider _tokens =
        settings.TokenProvider ?? new DefaultTokens(settings.Service.ServiceId, settings.Profile, settings.Variables, settings.TimeProvider);

    private Identity _latest = Identity.None;

    public async ValueTask<Identity> GetAsync(AuthType auth, CancellationToken cancellationToken) => auth switch
    {
        AuthType.SigV4 => Of(await _credentials.GetCredentialsAsync(cancellationToken).ConfigureAwait(false)),
        AuthType.Bearer => new Identity(await _tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false)),
        _ => Identity.None,
    };

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

    /// <summary>The same object as long as the credentials are the same.</summary>
    private Identity Of(AwsCredentials credentials)
    {
        var latest = _latest;
        return latest.Credentials == credentials ? latest : _latest = new Identity(credentials);
    }
}
