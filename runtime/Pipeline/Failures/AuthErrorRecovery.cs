using System.Net;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Learns from requests that were refused for the date of their signature or for expired credentials, so that the next attempt does better.</summary>
internal sealed class AuthErrorRecovery(ServiceClock clock, IdentityResolver identities)
{
    /// <summary>Takes note of a refusal, for this call and for later ones.</summary>
    /// <returns>What was refused, if another attempt of this call may mend it.</returns>
    public AuthError Classify(Call call, AwsException exception, Identity identity)
    {
        if (exception is not AwsServiceException error)
        {
            return AuthError.None;
        }

        if (ErrorClassifier.IsClockSkewError(error.ErrorCode) && identity.Credentials is not null)
        {
            return call.ServiceOffset is { } offset && clock.TryCorrect(offset, call.UsedOffset) && call.TryRecover(AuthError.ClockSkew)
                ? AuthError.ClockSkew
                : AuthError.None;
        }

        if (ErrorClassifier.IsExpiredCredentialsError(error.ErrorCode) || (identity.Token is not null && error.StatusCode == HttpStatusCode.Unauthorized))
        {
            identities.Invalidate(identity);
            return call.TryRecover(AuthError.Identity) ? AuthError.Identity : AuthError.None;
        }

        return AuthError.None;
    }

    /// <summary>Whether the next attempt will be signed otherwise: a source that has no other credentials leaves nothing to try.</summary>
    public async ValueTask<bool> CanRetryAsync(AuthError refusal, Call call, Identity refused) => refusal switch
    {
        AuthError.ClockSkew => true,
        AuthError.Identity => !refused.IsSameAs(await identities.GetAsync(call.Auth, call.Deadline.ForCall()).ConfigureAwait(false)),
        _ => false,
    };
}
