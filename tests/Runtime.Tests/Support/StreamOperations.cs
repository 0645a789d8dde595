using System.IO;
using System.Net.Http;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests;

internal sealed record UploadRequest(Stream Body);

/// <summary>An operation whose request is a stream.</summary>
internal sealed class UploadItem : Operation<UploadRequest, PutItemResponse>
{
    public static readonly UploadItem Instance = new();

    public static readonly UploadItem Unsigned = new() { IsPayloadUnsigned = true };

    public static readonly UploadItem WithChecksum = new() { IsPayloadUnsigned = true, IsChecksumRequired = true };

    public static readonly UploadItem WithTreeHash = new() { IsPayloadUnsigned = true, IsTreeHashRequired = true };

    public static readonly UploadItem Compressed = new() { IsPayloadUnsigned = true, CompressesRequest = true };

    private UploadItem()
        : base(TestService.Description, "UploadItem", HttpMethod.Post)
    {
    }

    protected internal override void Write(UploadRequest input, RequestWriter request) =>
        request.Path("/uploads"u8).Body(input.Body, "text/plain", requiresLength: false);

    protected internal override PutItemResponse Read(ref ResponseReader response) => new() { Count = response.Headers.Int32("x-count") };
}

internal sealed record CopyResponse(Stream Body) : AwsStreamingResponse;

/// <summary>An operation whose request and response are streams.</summary>
internal sealed class CopyItem : Operation<UploadRequest, CopyResponse>
{
    public static readonly CopyItem Instance = new() { StreamsResponse = true };

    public static readonly CopyItem Unsigned = new() { StreamsResponse = true, IsPayloadUnsigned = true };

    private CopyItem()
        : base(TestService.Description, "CopyItem", HttpMethod.Post)
    {
    }

    protected internal override void Write(UploadRequest input, RequestWriter request) =>
        request.Path("/copies"u8).Body(input.Body, "text/plain", requiresLength: false);

    protected internal override CopyResponse Read(ref ResponseReader response) => new(response.BodyStream());
}

/// <summary>A stream that can be read once.</summary>
internal sealed class OneWayStream(string text) : MemoryStream(System.Text.Encoding.ASCII.GetBytes(text))
{
    public override bool CanSeek => false;
}
