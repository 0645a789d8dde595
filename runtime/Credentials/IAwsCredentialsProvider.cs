using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>A source of credentials. A client asks it before each attempt to send a request, so it may hand out new ones at any time.</summary>
public interface IAwsCredentialsProvider
{
    /// <summary>Credentials that are valid now.</summary>
    /// <param name="cancellationToken">Ends the wait for them.</param>
    /// <returns>The credentials; the same object as long as they have not changed, if that is easily done.</returns>
    /// <remarks>
    /// Called by many threads at once. A source that fetches credentials is expected to keep them until shortly before they expire;
    /// <see cref="CachedCredentialsProvider"/> does that.
    /// </remarks>
    /// <exception cref="AwsCredentialsException">There are none.</exception>
    ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Tells that a service no longer takes credentials that came from here, whatever their <see cref="AwsCredentials.Expiration"/> says. A source that
    /// keeps them should drop these, and only these, so that the next attempt gets others; one that keeps nothing has nothing to do.
    /// </summary>
    /// <param name="rejected">The credentials. The source may have newer ones already.</param>
    /// <remarks>Called by many threads at once, often with the same credentials; must not block.</remarks>
    void Invalidate(AwsCredentials rejected)
    {
    }
}
