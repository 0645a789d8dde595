using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>A source of bearer tokens, for the services that accept tokens instead of signatures. A client gets a token before each attempt.</summary>
public interface IAwsTokenProvider
{
    /// <summary>Gets a token that is valid now.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The token.</returns>
    ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Invalidates a token of this source that a service has rejected.</summary>
    /// <param name="rejected">The rejected token. The source may already have a newer one.</param>
    /// <remarks>
    /// A source that caches its token should remove this one, so that the next call fetches another; the client then retries the request. Many threads
    /// may call this method concurrently. It must not block. The default implementation does nothing.
    /// </remarks>
    void Invalidate(string rejected)
    {
    }
}
