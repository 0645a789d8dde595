using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Http;

/// <summary>
/// The headers with digests of the body. Recordings have those of their own body, and another body that means the same, such as XML with its elements in
/// another order, has other digests.
/// </summary>
internal static class BodyDigests
{
    private const string PayloadHash = "x-amz-content-sha256";
    private const string Checksum = "x-amz-checksum-";

    /// <summary>Replaces the recorded digests by those of the body that was sent, where the recording has a digest of its body.</summary>
    public static void Replace(Dictionary<string, string> headers, CapturedRequest sent)
    {
        foreach (var (name, value) in headers.ToList())
        {
            if (name.Equals(PayloadHash, StringComparison.OrdinalIgnoreCase) && value.Length == 2 * SHA256.HashSizeInBytes)
            {
                headers[name] = Convert.ToHexStringLower(SHA256.HashData(sent.Body));
            }
            else if (FindAlgorithm(headers, name) is { } algorithm)
            {
                using var hash = BodyHash.Create(algorithm)!;
                hash.Append(sent.Body);
                headers[name] = hash.GetTextAndReset();
            }
        }
    }

    /// <summary>Returns the algorithm of a checksum that was computed; null for other headers. If there are several, the caller has set them.</summary>
    private static string? FindAlgorithm(Dictionary<string, string> headers, string name)
    {
        if (!name.StartsWith(Checksum, StringComparison.OrdinalIgnoreCase) || headers.Keys.Count(static key => key.StartsWith(Checksum, StringComparison.OrdinalIgnoreCase)) > 1)
        {
            return null;
        }

        var algorithm = name[Checksum.Length..].ToUpperInvariant();
        return headers.TryGetValue("x-amz-sdk-checksum-algorithm", out var chosen) && chosen == algorithm && BodyHash.GetSize(algorithm) > 0 ? algorithm : null;
    }
}
