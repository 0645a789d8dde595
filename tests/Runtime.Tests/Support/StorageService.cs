using System.IO;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests;

/// <summary>A service that stores objects in buckets, written by hand just as a generated one.</summary>
internal sealed class StorageService : ServiceDescription
{
    public static readonly StorageService Description = new();

    private StorageService()
        : base("Storage", "storage", "2026-01-02")
    {
    }

    protected internal override bool SendsPayloadHash => true;

    protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) =>
        new(parameters.Endpoint ?? $"https://{parameters.GetString("Bucket")}.storage.{parameters.Region}.example")
        {
            AuthSchemes = [new EndpointAuthScheme("sigv4") { SigningName = "storage", SigningRegion = parameters.Region, DisableDoubleEncoding = true }],
        };

    protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
}

internal sealed record StoreRequest(Stream? Body)
{
    public string Bucket { get; init; } = "bucket";

    public string? Algorithm { get; init; }

    public string? Checksum { get; init; }

    public string? Encoding { get; init; }

    public long? ContentLength { get; init; }

    public string? Mode { get; init; }
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
        request.Path("/item"u8)
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
