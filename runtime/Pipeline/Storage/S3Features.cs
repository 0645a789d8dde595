using System;
using System.Collections.Generic;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>What S3 expects beyond its model: the addresses and sessions of buckets, redirects, and errors in responses with a success status.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class S3Features : StorageFeatures
{
    private const string ForcePathStyle = "ForcePathStyle";

    /// <summary>Creates sessions for directory buckets; <see langword="null"/> if the operation is not selected.</summary>
    public BucketSessions? Sessions { get; init; }

    internal override IReadOnlyList<StorageSetting> Settings { get; } =
    [
        new("UseArnRegion", "AWS_S3_USE_ARN_REGION", "s3_use_arn_region"),
        new("DisableMultiRegionAccessPoints", "AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS", "s3_disable_multiregion_access_points"),
        new("DisableS3ExpressSessionAuth", "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth"),
    ];

    internal override bool HasSessions => Sessions is not null;

    /// <inheritdoc/>
    /// <remarks>
    /// Servers other than AWS rarely have a host name for each bucket, so that the bucket is in the path unless the caller decides otherwise. Access points
    /// and directory buckets have no addresses of that kind.
    /// </remarks>
    internal override EndpointContext? GetContextForCustomEndpoint(EndpointContext? client, EndpointContext? call)
    {
        if (client?.Find(ForcePathStyle) is not null || S3State.GetBucket(call) is not { } bucket || !S3State.IsGeneralPurpose(bucket))
        {
            return client;
        }

        var context = client?.Copy() ?? new EndpointContext();
        return context.Set(ForcePathStyle, true);
    }

    internal override bool IsErrorBody(ReadOnlySpan<byte> body) => XmlRoot.IsIncompleteOrNamed(body, "Error"u8);

    internal override StorageState CreateState(IOperationSender sender, TimeProvider timeProvider) => new S3State(Sessions, sender, timeProvider);
}
