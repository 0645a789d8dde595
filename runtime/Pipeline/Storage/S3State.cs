using System;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>The regions and sessions of buckets that a client of S3 knows.</summary>
internal sealed class S3State(BucketSessions? sessions, IOperationSender sender, TimeProvider timeProvider) : StorageState
{
    private const string DirectoryBucketSuffix = "--x-s3";
    private const int MaxCachedRegions = 1000;
    private const int MaxCachedSessions = 100;

    // Sessions are valid for five minutes.
    private static readonly TimeSpan RefreshBefore = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, string> _regions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Bucket, string AccessKeyId), RefreshingCache<AwsCredentials>> _sessions = new();

    /// <summary>Returns the bucket of a call; <see langword="null"/> if it has none.</summary>
    public static string? GetBucket(EndpointContext? call) => call?.Find("Bucket") as string;

    /// <summary>Whether a bucket is an ordinary one: not an access point, and not a directory bucket of S3 Express.</summary>
    public static bool IsGeneralPurpose(string bucket) =>
        !bucket.StartsWith("arn:", StringComparison.Ordinal) && !bucket.EndsWith(DirectoryBucketSuffix, StringComparison.Ordinal);

    public override string? FindRegion(EndpointContext? call) =>
        !_regions.IsEmpty && GetBucket(call) is { } bucket && _regions.TryGetValue(bucket, out var region) ? region : null;

    public override string? LearnRegion(EndpointContext? call, string? usedRegion, AwsServiceException error, HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        if (!IsWrongRegion(error)
            || GetBucket(call) is not { } bucket
            || !IsGeneralPurpose(bucket)
            || (ResponseHeaders.FindFirst(response, "x-amz-bucket-region") ?? ReadRegion(body)) is not { } region
            || region == usedRegion
            || !EndpointRules.IsValidHostLabel(region, allowDots: false))
        {
            return null;
        }

        if (_regions.Count >= MaxCachedRegions)
        {
            _regions.Clear();
        }

        _regions[bucket] = region;
        return region;
    }

    public override async ValueTask<AwsCredentials> GetSessionAsync(EndpointContext? call, AwsCredentials credentials, CancellationToken cancellationToken)
    {
        var bucket = GetBucket(call) ?? throw new EndpointException("The endpoint requires a session, and the operation has no bucket.");
        if (_sessions.Count >= MaxCachedSessions)
        {
            _sessions.Clear();
        }

        var key = (bucket, credentials.AccessKeyId);
        var session = _sessions.GetOrAdd(
            key, added => new RefreshingCache<AwsCredentials>(token => CreateAsync(added.Bucket, token), static created => created.Expiration, timeProvider)
            {
                RefreshBefore = RefreshBefore,
            });
        return await session.GetAsync(cancellationToken).ConfigureAwait(false);
    }

    public override void RemoveSession(EndpointContext? call, AwsCredentials credentials)
    {
        if (GetBucket(call) is { } bucket)
        {
            _sessions.TryRemove((bucket, credentials.AccessKeyId), out _);
        }
    }

    private async ValueTask<AwsCredentials> CreateAsync(string bucket, CancellationToken cancellationToken)
    {
        var session = await sessions!.CreateAsync(sender, bucket, cancellationToken).ConfigureAwait(false);
        return session?.ToCredentials() ?? throw new AwsCredentialsException("S3 returned no credentials for the session of the bucket.");
    }

    private static bool IsWrongRegion(AwsServiceException error) => error.Operation != "CreateBucket" && error.StatusCode switch
    {
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.TemporaryRedirect => true,

        // The response to HEAD has no body, so that its error code is the status.
        HttpStatusCode.BadRequest => error.ErrorCode is "AuthorizationHeaderMalformed" or "IllegalLocationConstraintException" or "400",
        _ => false,
    };

    private static string? ReadRegion(ReadOnlySpan<byte> body)
    {
        try
        {
            var xml = new XmlBodyReader(body);
            while (xml.NextMember(out var name))
            {
                if (name.Is("Region"u8))
                {
                    return xml.String();
                }

                xml.Skip();
            }
        }
        catch (WireFormatException)
        {
            // A body that is not XML names no region.
        }

        return null;
    }
}
