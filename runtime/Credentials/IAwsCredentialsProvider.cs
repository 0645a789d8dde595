using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>A source of credentials. A client gets credentials before each attempt, so that the source can return new ones at any time.</summary>
public interface IAwsCredentialsProvider
{
    /// <summary>Gets credentials that are valid now.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The credentials, preferably the same object as long as they do not change.</returns>
    /// <remarks>
    /// Implementations must be thread-safe. A source that fetches credentials should cache them until shortly before they expire;
    /// <see cref="CachedCredentialsProvider"/> does that.
    /// </remarks>
    /// <exception cref="AwsCredentialsException">No credentials are available.</exception>
    ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Invalidates credentials of this source that a service has rejected, whatever their <see cref="AwsCredentials.Expiration"/> is. A source that caches
    /// credentials should remove these, and only these, so that the next attempt gets others. Other sources need not implement this method.
    /// </summary>
    /// <param name="rejected">The rejected credentials. The source may already have newer ones.</param>
    /// <remarks>Many threads may call this method concurrently, often with the same credentials. It must not block.</remarks>
    void Invalidate(AwsCredentials rejected)
    {
    }
}
