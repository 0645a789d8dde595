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

    public async ValueTask<Identity> GetAsync(AuthType auth, CancellationToken cancellationToken) => auth switch
    {
        AuthType.SigV4 => new Identity(await _credentials.GetCredentialsAsync(cancellationToken).ConfigureAwait(false)),
        AuthType.Bearer => new Identity(await _tokens.GetTokenAsync(cancellationToken).ConfigureAwait(false)),
        _ => default,
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
}
