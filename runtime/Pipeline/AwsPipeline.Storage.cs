using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <content>Buckets: their regions and sessions.</content>
internal sealed partial class AwsPipeline
{
    /// <summary>Gets the credentials that sign a request: those of the session of a bucket, if its endpoint requires one.</summary>
    private async ValueTask<Identity> GetSigningIdentityAsync(Call call, SigningEndpoint target, Identity identity, CancellationToken cancellationToken) =>
        target.NeedsSession && identity.Credentials is { } credentials
            ? new Identity(await _storage!.GetSessionAsync(call.EndpointContext, credentials, cancellationToken).ConfigureAwait(false))
            : identity;

    /// <summary>
    /// Recovers from the error of a bucket: follows a redirect to another region, once for each call, or removes a session that has expired. If the
    /// redirect cannot be followed, its exception says what to do.
    /// </summary>
    /// <returns><see langword="true"/> if another attempt may succeed; otherwise, <see langword="false"/>.</returns>
    private bool TryRecoverBucket(Call call, AwsException exception, SigningEndpoint target, Identity identity)
    {
        if (_storage is null || exception is not AwsServiceException error)
        {
            return false;
        }

        if (target.NeedsSession && ErrorClassifier.IsExpiredCredentialsError(error.ErrorCode) && identity.Credentials is { } credentials)
        {
            _storage.RemoveSession(call.EndpointContext, credentials);
            return call.CanResend && call.TryRecover(AuthError.Identity);
        }

        if (_storage.LearnRegion(call.EndpointContext, target.Region, error, call.Response!, call.Body.Bytes) is not { } region)
        {
            return false;
        }

        error.SetAdvice($"The bucket is in the region '{region}', and the request was sent to '{target.Region}'. Use a client for that region.");
        return call.CanResend && call.TryRecover(AuthError.Region);
    }
}
