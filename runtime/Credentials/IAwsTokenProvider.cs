using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen;

/// <summary>Where bearer tokens come from, for the few services that take these in place of signatures. Asked before each attempt.</summary>
public interface IAwsTokenProvider
{
    /// <summary>A token that is valid now.</summary>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The token.</returns>
    ValueTask<string> GetTokenAsync(CancellationToken cancellationToken);

    /// <summary>Tells the source that a service refused a token of its own.</summary>
    /// <param name="rejected">The token. The source may have a newer one already; then there is nothing to do.</param>
    /// <remarks>
    /// A source that keeps its token is expected to let go of this one and to fetch another when it is asked next; the client then sends the request
    /// once more. Called by many threads at once; must not block. Does nothing unless implemented.
    /// </remarks>
    void Invalidate(string rejected)
    {
    }
}
