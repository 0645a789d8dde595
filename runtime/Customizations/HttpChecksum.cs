using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Http;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Checksums in headers or trailers, as the trait <c>httpChecksum</c> of models describes them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HttpChecksum : BodyChecksums
{
    private const string Prefix = "x-amz-checksum-";
    private const string DefaultAlgorithm = "CRC32";
    private const string Enabled = "ENABLED";

    /// <summary>The header with the algorithm of the request; <see langword="null"/> if requests have no checksum.</summary>
    public string? AlgorithmHeader { get; init; }

    /// <summary>Whether the service requires the checksum of the request.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The header that asks for the checksum of the response; <see langword="null"/> if there is none.</summary>
    public string? ModeHeader { get; init; }

    /// <summary>The algorithms that the response may have, in order of preference.</summary>
    public IReadOnlyList<string> ResponseAlgorithms { get; init; } = [];

    internal override void Prepare(RequestWriter request, in ChecksumSettings settings)
    {
        if (ModeHeader is not null && settings.Validation == ResponseChecksumValidation.WhenSupported)
        {
            request.DefaultHeader(ModeHeader, Enabled);
        }

        if (AlgorithmHeader is null || HasChecksum(request))
        {
            return;
        }

        var algorithm = request.FindHeader(AlgorithmHeader);
        if (algorithm is null)
        {
            if (!IsRequired && settings.Calculation == RequestChecksumCalculation.WhenRequired)
            {
                return;
            }

            algorithm = DefaultAlgorithm;
            request.Header(AlgorithmHeader, algorithm);
        }

        var name = GetHeader(BodyHash.GetSize(algorithm) > 0 ? algorithm : throw CreateUnsupportedException(algorithm));
        if (request.IsStreaming && request.BodyBytes.IsEmpty)
        {
            request.EncodeStream(algorithm, name, settings.SignsChunks);
        }
        else
        {
            using var hash = BodyHash.Create(algorithm)!;
            hash.Append(request.BodyBytes.Span);
            request.Header(name, hash.GetTextAndReset());
        }
    }

    /// <summary>Whether the caller has set a checksum of the body, which then is sent as it is.</summary>
    internal static bool HasChecksum(RequestWriter request)
    {
        foreach (var header in request.Headers)
        {
            if (header.Name.StartsWith(Prefix, StringComparison.Ordinal) && header.Name is not (Prefix + "algorithm" or Prefix + "mode" or Prefix + "type"))
            {
                return true;
            }
        }

        return false;
    }

    internal override ExpectedChecksum? FindExpected(RequestWriter request, HttpResponseMessage response)
    {
        if (ModeHeader is null
            || !Enabled.Equals(request.FindHeader(ModeHeader), StringComparison.OrdinalIgnoreCase)
            || ContentCoding.MayBeDecodedByHandler(response)
            || IsPartOfChecked(response))
        {
            return null;
        }

        foreach (var algorithm in ResponseAlgorithms)
        {
            if (BodyHash.GetSize(algorithm) > 0 && ResponseHeaders.FindFirst(response, GetHeader(algorithm)) is { } text)
            {
                return Parse(algorithm, text);
            }
        }

        return null;
    }

    /// <summary>
    /// Parses a checksum; <see langword="null"/> if it is a checksum of checksums, such as <c>AAAAAA==-3</c>: those of objects with several parts do not
    /// describe the bytes.
    /// </summary>
    private static ExpectedChecksum? Parse(string algorithm, string text)
    {
        var expected = new byte[text.Length];
        return Convert.TryFromBase64String(text, expected, out var count) && count == BodyHash.GetSize(algorithm)
            ? new ExpectedChecksum(algorithm, expected.AsMemory(0, count), algorithm + " checksum")
            : null;
    }

    /// <summary>Whether the body is a part of an object, and the checksum that of the whole object.</summary>
    private static bool IsPartOfChecked(HttpResponseMessage response) =>
        response.StatusCode == HttpStatusCode.PartialContent
        && ResponseHeaders.FindFirst(response, Prefix + "type") is "FULL_OBJECT"
        && !(response.Content.Headers.ContentRange is { From: 0, To: { } last, Length: { } length } && last == length - 1);

    [SuppressMessage("Globalization", "CA1308", Justification = "Names of headers are in lowercase, because they are signed.")]
    private static string GetHeader(string algorithm) => algorithm switch
    {
        DefaultAlgorithm => Prefix + "crc32",
        "CRC64NVME" => Prefix + "crc64nvme",
        _ => Prefix + algorithm.ToLowerInvariant(),
    };

    private static ArgumentException CreateUnsupportedException(string algorithm) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"The checksum algorithm '{SafeText.Identifier(algorithm)}' is not supported. Use CRC32, CRC32C, CRC64NVME, SHA1 or SHA256, or set the checksum in the request."));
}
