using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Caches the credentials that a <see cref="CredentialsExtension"/> fetches.</summary>
/// <param name="extension">The extension.</param>
/// <param name="createRequest">Creates the request for each fetch, with the current content of the files.</param>
/// <param name="timeProvider">The clock.</param>
internal sealed class ExtensionCredentials(CredentialsExtension extension, Func<CredentialsRequest> createRequest, TimeProvider timeProvider)
    : IAwsCredentialsProvider
{
    private readonly RefreshingCache<AwsCredentials> _cache = new(
        cancellationToken => extension.FetchCredentialsAsync(createRequest(), cancellationToken), static credentials => credentials.Expiration, timeProvider);

    public ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken) => _cache.GetAsync(cancellationToken);

    public void Invalidate(AwsCredentials rejected) => _cache.TryRemove(cached => ReferenceEquals(cached, rejected));
}
