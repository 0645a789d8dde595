using System.Net;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Learns from requests that were refused for the date of their signature or for expired credentials, so that the next attempt does better.</summary>
internal sealed class RefusalMender(ServiceClock clock, IdentityResolver identities)
{
    /// <summary>Takes note of a refusal, for this call and for later ones.</summary>
    /// <returns>What was refused, if another attempt of this call may mend it.</returns>
    public Refusal Heed(Call call, AwsException exception, Identity identity)
    {
        if (exception is not AwsServiceException error)
        {
            return Refusal.None;
        }

        if (ErrorClassifier.IsOfClock(error.ErrorCode) && identity.Credentials is not null)
        {
            return call.ServiceOffset is { } offset && clock.TryCorrect(offset, call.UsedOffset) && call.TryMend(Refusal.Date)
                ? Refusal.Date
                : Refusal.None;
        }

        if (ErrorClassifier.IsOfExpiredCredentials(error.ErrorCode) || (identity.Token is not null && error.StatusCode == HttpStatusCode.Unauthorized))
        {
            identities.Invalidate(identity);
            return call.TryMend(Refusal.Identity) ? Refusal.Identity : Refusal.None;
        }

        return Refusal.None;
    }

    /// <summary>Whether the next attempt will be signed otherwise: a source that has no other credentials leaves nothing to try.</summary>
    public async ValueTask<bool> IsMendedAsync(Refusal refusal, Call call, Identity refused) => refusal switch
    {
        Refusal.Date => true,
        Refusal.Identity => !refused.IsSameAs(await identities.GetAsync(call.Auth, call.Deadline.ForCall()).ConfigureAwait(false)),
        _ => false,
    };
}
