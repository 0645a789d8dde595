using System.Net;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>Recovers from clock skew and from expired credentials or tokens, so that the next attempt can succeed.</summary>
internal sealed class AuthErrorRecovery(ServiceClock clock, IdentityResolver identities)
{
    /// <summary>Classifies an error, and corrects the clock or invalidates the identity for this call and later ones.</summary>
    /// <returns>The error, if another attempt of this call may fix it.</returns>
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

    /// <summary>Returns whether the next attempt will have another signature or token. Without other credentials, a retry is useless.</summary>
    public async ValueTask<bool> CanRetryAsync(AuthError error, Call call, Identity rejected) => error switch
    {
        AuthError.ClockSkew => true,
        AuthError.Identity => !rejected.IsSameAs(await identities.GetAsync(call.Auth, call.Deadline.GetCallToken()).ConfigureAwait(false)),
        _ => false,
    };
}
