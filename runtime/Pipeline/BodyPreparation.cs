using System;
using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.IO;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Prepares the body of some operations before the first attempt: compression, a checksum, a hash of a stream.</summary>
internal static class BodyPreparation
{
    private const string ContentEncoding = "content-encoding";
    private const string ContentMd5 = "content-md5";
    private const string TreeHashHeader = "x-amz-sha256-tree-hash";
    private const string Unsigned = "UNSIGNED-PAYLOAD";
    private const int CopyBuffer = 64 * 1024;

    // The client waits for the service before it sends a long stream, so that an error or a redirect does not cost the transfer. A shorter stream is
    // sent in less time than the additional round trip takes.
    private const long MinLengthToExpectContinue = 1024 * 1024;

    public static bool IsNeeded(Operation operation, RequestWriter request) =>
        request.BodyStream is not null || request.EventInput is not null
        || operation.IsPayloadUnsigned || operation.IsChecksumRequired || operation.IsTreeHashRequired || operation.CompressesRequest
        || operation.Checksum is not null || operation.Service.SendsPayloadHash;

    /// <summary>Prepares the body.</summary>
    public static ValueTask PrepareAsync(Call call, PipelineSettings settings)
    {
        var cancellationToken = call.Deadline.GetCallToken();
        cancellationToken.ThrowIfCancellationRequested();
        return call.Request.BodyStream is null && !call.Operation.CompressesRequest
            ? PrepareBodyAsync(call, settings, cancellationToken)
            : PrepareInTimeAsync(call, settings, cancellationToken);
    }

    /// <summary>
    /// Prepares the body of a presigned request. Where the payload hash is a header, the signature does not cover the body, so that any HTTP client can send
    /// the request without other headers than those of the input.
    /// </summary>
    public static ValueTask PrepareForPresigningAsync(Call call, PipelineSettings settings)
    {
        var (operation, request) = (call.Operation, call.Request);
        if (!operation.Service.SendsPayloadHash)
        {
            return PrepareAsync(call, settings);
        }

        request.RemoveStream();
        if (request.HasBody)
        {
            operation.Checksum?.Prepare(request, new ChecksumSettings(RequestChecksumCalculation.WhenRequired, ResponseChecksumValidation.WhenRequired, SignsChunks: false));
        }

        request.PayloadHash ??= Unsigned;
        return default;
    }

    /// <summary>Prepares the body within the timeout of the call, because reading the caller's stream may take long.</summary>
    private static async ValueTask PrepareInTimeAsync(Call call, PipelineSettings settings, CancellationToken cancellationToken)
    {
        var preparing = PrepareBodyAsync(call, settings, cancellationToken).AsTask();
        await preparing.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!preparing.IsCompleted)
        {
            await call.StopAsync(preparing).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
        }

        await preparing.ConfigureAwait(false);
    }

    private static async ValueTask PrepareBodyAsync(Call call, PipelineSettings settings, CancellationToken cancellationToken)
    {
        var (operation, request) = (call.Operation, call.Request);
        if (request.EventInput is not null)
        {
            if (call.Auth == AuthType.SigV4)
            {
                request.PayloadHash = operation.IsPayloadUnsigned ? Unsigned : EventSigner.PayloadHash;
            }

            return;
        }

        if (operation.CompressesRequest && !settings.DisableRequestCompression)
        {
            await CompressAsync(request, settings.RequestMinCompressionSizeBytes, cancellationToken).ConfigureAwait(false);
        }

        operation.Checksum?.Prepare(request, new ChecksumSettings(
            settings.RequestChecksumCalculation, settings.ResponseChecksumValidation, settings.IsPlainHttp && call.Auth == AuthType.SigV4));
        if (operation.IsChecksumRequired && request.FindHeader(ContentMd5) is null)
        {
            request.Header(ContentMd5, await ComputeMd5Async(request, cancellationToken).ConfigureAwait(false));
        }

        if (operation.IsTreeHashRequired && request.FindHeader(TreeHashHeader) is null)
        {
            request.Header(TreeHashHeader, await ComputeTreeHashAsync(request, cancellationToken).ConfigureAwait(false));
        }

        if (operation.Service.SendsPayloadHash && !operation.IsPayloadUnsigned && request is { BodyStream: not null, StreamLength: null })
        {
            throw RequestWriter.CreateUnknownLengthException();
        }

        request.ExpectsContinue = operation.Service.Storage is not null && request.StreamLength >= MinLengthToExpectContinue;

        // A tree hash also requires the SHA-256 hash in a header, even for an empty body.
        if (call.Auth == AuthType.SigV4
            && request.PayloadHash is null
            && (operation.IsPayloadUnsigned || operation.IsTreeHashRequired || request.BodyStream is not null || operation.Service.SendsPayloadHash))
        {
            request.PayloadHash = await GetPayloadHashAsync(operation, request, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask CompressAsync(RequestWriter request, int minSize, CancellationToken cancellationToken)
    {
        if (!request.HasBody || (request.BodyStream is null && request.BodyBytes.Length < minSize))
        {
            return;
        }

        using var compressed = new MemoryStream();
        var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true);
        await using (gzip.ConfigureAwait(false))
        {
            if (request.BodyStream is { } stream)
            {
                await stream.CopyToAsync(gzip, cancellationToken).ConfigureAwait(false);
            }

            // In pieces, because the compression of one piece cannot be canceled.
            for (var rest = request.BodyBytes; !rest.IsEmpty; rest = rest[Math.Min(CopyBuffer, rest.Length)..])
            {
                await gzip.WriteAsync(rest[..Math.Min(CopyBuffer, rest.Length)], cancellationToken).ConfigureAwait(false);
            }
        }

        request.ReplaceBody(compressed.ToArray());
        request.ReplaceHeader(ContentEncoding, request.FindHeader(ContentEncoding) is { Length: > 0 } encoding ? encoding + ", gzip" : "gzip");
    }

    [SuppressMessage("Security", "CA5351", Justification = "The protocol requires this checksum against transmission errors, not for security.")]
    private static async ValueTask<string> ComputeMd5Async(RequestWriter request, CancellationToken cancellationToken)
    {
        if (request.BodyStream is not { } stream)
        {
            return Convert.ToBase64String(MD5.HashData(request.BodyBytes.Span));
        }

        ThrowIfNotSeekable(stream);
        return Convert.ToBase64String(await HashAsync(HashAlgorithmName.MD5, request, stream, cancellationToken).ConfigureAwait(false));
    }

    private static async ValueTask<string> ComputeTreeHashAsync(RequestWriter request, CancellationToken cancellationToken)
    {
        if (request.BodyStream is not { } stream)
        {
            using var bytes = new MemoryStream(request.BodyBytes.ToArray());
            return ToHex(await TreeHash.ComputeAsync(bytes, cancellationToken).ConfigureAwait(false));
        }

        ThrowIfNotSeekable(stream);
        var hash = await TreeHash.ComputeAsync(stream, cancellationToken).ConfigureAwait(false);
        request.RewindStream();
        return ToHex(hash);
    }

    [SuppressMessage("Globalization", "CA1308", Justification = "Services require hashes in lowercase.")]
    private static string ToHex(byte[] hash) => Convert.ToHexString(hash).ToLowerInvariant();

    private static void ThrowIfNotSeekable(Stream stream)
    {
        if (!stream.CanSeek)
        {
            throw new ArgumentException("The service requires a checksum of the body. Use a stream that supports seeking.", nameof(stream));
        }
    }

    /// <summary>Returns the payload hash for the signature. A stream that cannot seek has an unsigned payload.</summary>
    private static async ValueTask<string> GetPayloadHashAsync(Operation operation, RequestWriter request, CancellationToken cancellationToken)
    {
        if (!operation.IsPayloadUnsigned && request.BodyStream is null)
        {
            return request.BodyBytes.IsEmpty ? CanonicalRequest.EmptyPayloadHash : ToHex(SHA256.HashData(request.BodyBytes.Span));
        }

        if (operation.IsPayloadUnsigned
            || request.BodyStream is not { CanSeek: true } stream
            || (operation.Checksum is not null && (request.FindHeader(ContentMd5) is not null || HttpChecksum.HasChecksum(request))))
        {
            // A checksum of the caller protects the stream, so that it need not be read twice.
            return Unsigned;
        }

        return ToHex(await HashAsync(HashAlgorithmName.SHA256, request, stream, cancellationToken).ConfigureAwait(false));
    }

    private static async ValueTask<byte[]> HashAsync(
        HashAlgorithmName algorithm, RequestWriter request, Stream stream, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(CopyBuffer);
        try
        {
            using var hash = IncrementalHash.CreateHash(algorithm);
            for (int count; (count = await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0;)
            {
                cancellationToken.ThrowIfCancellationRequested();
                hash.AppendData(buffer, 0, count);
            }

            request.RewindStream();
            return hash.GetHashAndReset();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
