using System;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>What a client knows about buckets: their regions and sessions.</summary>
internal abstract class StorageState
{
    /// <summary>Returns the region of the bucket of a call, if a redirect has shown it; otherwise, <see langword="null"/>.</summary>
    /// <param name="call">The endpoint parameters of the call.</param>
    public abstract string? FindRegion(EndpointContext? call);

    /// <summary>
    /// Returns the region of a bucket that an error response names, if it is another than the one of the request. Later calls use it.
    /// </summary>
    /// <param name="call">The endpoint parameters of the call.</param>
    /// <param name="usedRegion">The region of the request.</param>
    /// <param name="error">The error.</param>
    /// <param name="response">The response.</param>
    /// <param name="body">The body of the response.</param>
    public abstract string? LearnRegion(EndpointContext? call, string? usedRegion, AwsServiceException error, HttpResponseMessage response, ReadOnlySpan<byte> body);

    /// <summary>Gets the credentials of a session for the bucket of a call.</summary>
    /// <param name="call">The endpoint parameters of the call.</param>
    /// <param name="credentials">The credentials of the client, which the session belongs to.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="AwsException">The session cannot be created.</exception>
    public abstract ValueTask<AwsCredentials> GetSessionAsync(EndpointContext? call, AwsCredentials credentials, CancellationToken cancellationToken);

    /// <summary>Removes the session for the bucket of a call, because the service has rejected it.</summary>
    public abstract void RemoveSession(EndpointContext? call, AwsCredentials credentials);
}
