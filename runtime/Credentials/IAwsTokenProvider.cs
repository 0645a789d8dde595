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
}
