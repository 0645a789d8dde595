using System;
using System.IO;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests;

/// <summary>A service that stores objects in buckets, written by hand just as a generated one.</summary>
internal sealed class StorageService : ServiceDescription
{
    public static readonly StorageService Description = new();

    private StorageService()
        : base("Storage", "storage", "2026-01-02", new RestXmlProtocol())
    {
    }

    /// <summary>A client of the service whose responses come from a handler.</summary>
    public static TestClient Over(HttpMessageHandler handler, Action<AwsClientOptions>? configure = null) => TestClient.Over(handler, configure, Description);

    protected internal override bool SendsPayloadHash => true;

    protected internal override MultiRegionSigning MultiRegionSigning { get; } = new SigV4ASigning();

    protected internal override StorageFeatures Storage { get; } = new S3Features
    {
        Sessions = new BucketSessions<StoreRequest, SessionResponse>(
            static () => CreateSession.Instance,
            static bucket => new StoreRequest(null) { Bucket = bucket },
            static response => new BucketSession(response.AccessKeyId, "session secret", "session-token", response.Expiration)),
    };

    /// <summary>Buckets named like access points for several regions and like directory buckets have other signatures.</summary>
    protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters)
    {
        var bucket = parameters.GetString("Bucket");
        var scheme = bucket?.EndsWith(".mrap", StringComparison.Ordinal) == true ? new EndpointAuthScheme("sigv4a") { SigningRegionSet = ["*"] }
            : bucket?.EndsWith("--x-s3", StringComparison.Ordinal) == true && parameters.GetBoolean("DisableS3ExpressSessionAuth") != true ? new EndpointAuthScheme("sigv4-s3express") { SigningName = "express", DisableDoubleEncoding = true }
            : new EndpointAuthScheme("sigv4") { SigningRegion = parameters.Region, DisableDoubleEncoding = true };
        var url = parameters.Endpoint is not { } custom ? $"https://{bucket}.storage.{parameters.Region}.example"
            : parameters.GetBoolean("ForcePathStyle") == true ? custom + "/" + bucket
            : custom.Replace("://", "://" + bucket + ".", StringComparison.Ordinal);
        return new ResolvedEndpoint(url) { AuthSchemes = [scheme] };
    }

    protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
}

internal sealed record SessionResponse(string? AccessKeyId, DateTimeOffset? Expiration) : AwsResponse;

/// <summary>The operation of the storage service that creates sessions.</summary>
internal sealed class CreateSession : Operation<StoreRequest, SessionResponse>
{
    public static readonly CreateSession Instance = new();

    private CreateSession()
        : base(StorageService.Description, "CreateSession", HttpMethod.Get)
    {
    }

    protected internal override void Write(StoreRequest input, RequestWriter request) => request.Path("/"u8).QueryLiteral("session"u8);

    protected internal override EndpointContext GetEndpointContext(StoreRequest input, EndpointContext context) =>
        context.Set("Bucket", input.Bucket).Set("DisableS3ExpressSessionAuth", true);

    protected internal override SessionResponse Read(ref ResponseReader response) => new(response.Headers.String("x-key"), response.Headers.Timestamp("x-until"));
}

internal sealed record StoreRequest(Stream? Body)
{
    public string Bucket { get; init; } = "bucket";

    public string? Algorithm { get; init; }

    public string? Checksum { get; init; }

    public string? Encoding { get; init; }

    public long? ContentLength { get; init; }

    public string? Mode { get; init; }

    public string Key { get; init; } = "item";
}

internal sealed record StoreResponse(Stream? Body = null) : AwsStreamingResponse;

/// <summary>An operation of the storage service, whose request is a stream or bytes, and whose response is a stream.</summary>
internal sealed class StoreItem : Operation<StoreRequest, StoreResponse>
{
    public static readonly StoreItem Upload = new(HttpMethod.Put) { Checksum = new HttpChecksum { AlgorithmHeader = "x-amz-sdk-checksum-algorithm" } };

    public static readonly StoreItem UploadChecked = new(HttpMethod.Put) { Checksum = new HttpChecksum { AlgorithmHeader = "x-amz-sdk-checksum-algorithm", IsRequired = true } };

    public static readonly StoreItem UploadBytes = new(HttpMethod.Put)
    {
        Checksum = new HttpChecksum { AlgorithmHeader = "x-amz-sdk-checksum-algorithm" },
        IsInMemory = true,
    };

    public static readonly StoreItem Download = new(HttpMethod.Get)
    {
        Checksum = new HttpChecksum { ModeHeader = "x-amz-checksum-mode", ResponseAlgorithms = ["CRC64NVME", "XXHASH3", "CRC32", "SHA256"] },
        StreamsResponse = true,
        IsInMemory = true,
    };

    public static readonly StoreItem DownloadBytes = new(HttpMethod.Get)
    {
        Checksum = new HttpChecksum { ModeHeader = "x-amz-checksum-mode", ResponseAlgorithms = ["CRC32"] },
        IsInMemory = true,
    };

    private StoreItem(HttpMethod method)
        : base(StorageService.Description, "StoreItem", method)
    {
    }

    private bool IsInMemory { get; init; }

    protected internal override void Write(StoreRequest input, RequestWriter request)
    {
        request.Path("/"u8).ObjectKey("Key", input.Key)
            .Header("x-amz-sdk-checksum-algorithm", input.Algorithm)
            .Header("x-amz-checksum-sha1", input.Checksum)
            .Header("x-amz-checksum-mode", input.Mode)
            .Header("content-encoding", input.Encoding)
            .Header("content-length", input.ContentLength);
        if (!IsInMemory)
        {
            request.Body(input.Body, "application/octet-stream", requiresLength: false);
        }
        else if (input.Body is MemoryStream bytes)
        {
            request.Body(bytes.ToArray(), "application/octet-stream");
        }
    }

    protected internal override EndpointContext GetEndpointContext(StoreRequest input, EndpointContext context) => context.Set("Bucket", input.Bucket);

    protected internal override StoreResponse Read(ref ResponseReader response) => new(StreamsResponse ? response.BodyStream() : new MemoryStream(response.Body.ToArray()));
}
