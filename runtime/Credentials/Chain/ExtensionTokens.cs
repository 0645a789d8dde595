using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Caches the bearer token that a <see cref="CredentialsExtension"/> fetches.</summary>
/// <param name="extension">The extension.</param>
/// <param name="createRequest">Creates the request for each fetch, with the current content of the files.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ExtensionTokens(CredentialsExtension extension, Func<CredentialsRequest> createRequest, TimeProvider timeProvider)
    : IAwsTokenProvider
{
    private readonly RefreshingCache<BearerToken> _cache = new(
        cancellationToken => extension.FetchTokenAsync(createRequest(), cancellationToken), static token => token.Expiration, timeProvider);

    public async ValueTask<string> GetTokenAsync(CancellationToken cancellationToken)
        => (await _cache.GetAsync(cancellationToken).ConfigureAwait(false)).Text;

    public void Invalidate(string rejected) => _cache.TryRemove(token => token.Text == rejected);
}
