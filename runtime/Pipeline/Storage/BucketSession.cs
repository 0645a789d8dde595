using System;
using System.ComponentModel;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The credentials of a session for one bucket.</summary>
/// <param name="accessKeyId">The access key id.</param>
/// <param name="secretAccessKey">The secret access key.</param>
/// <param name="sessionToken">The session token.</param>
/// <param name="expiration">The time when the session expires.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BucketSession(string? accessKeyId, string? secretAccessKey, string? sessionToken, DateTimeOffset? expiration)
{
    /// <summary>Returns the credentials; <see langword="null"/> if the service returned incomplete ones.</summary>
    internal AwsCredentials? ToCredentials() => string.IsNullOrEmpty(accessKeyId) || string.IsNullOrEmpty(secretAccessKey) || string.IsNullOrEmpty(sessionToken)
        ? null
        : new AwsCredentials(accessKeyId, secretAccessKey, sessionToken, expiration);
}

/// <summary>Creates sessions for buckets.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class BucketSessions
{
    private protected BucketSessions()
    {
    }

    /// <summary>Calls the service.</summary>
    /// <returns>The session; <see langword="null"/> if the service returned none.</returns>
    internal abstract Task<BucketSession?> CreateAsync(IOperationSender sender, string bucket, CancellationToken cancellationToken);
}

/// <summary>Creates sessions with an operation of the service.</summary>
/// <typeparam name="TRequest">The type of the operation's request.</typeparam>
/// <typeparam name="TResponse">The type of the operation's response.</typeparam>
/// <param name="operation">Gets the operation, which refers to the service and thus is not available while the service is initialized.</param>
/// <param name="create">Creates the request for a bucket.</param>
/// <param name="read">Returns the session of a response; <see langword="null"/> if there is none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BucketSessions<TRequest, TResponse>(
    Func<Operation<TRequest, TResponse>> operation, Func<string, TRequest> create, Func<TResponse, BucketSession?> read) : BucketSessions
    where TRequest : class
    where TResponse : AwsResponse
{
    internal override async Task<BucketSession?> CreateAsync(IOperationSender sender, string bucket, CancellationToken cancellationToken) =>
        read(await sender.SendAsync(operation(), create(bucket), cancellationToken).ConfigureAwait(false));
}
