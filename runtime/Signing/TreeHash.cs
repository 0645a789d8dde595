using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Security.Cryptography;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Core;

/// <summary>
/// The SHA-256 tree hash: the hash of each mebibyte, combined in pairs until one hash is left. Amazon S3 Glacier requires it, because it can be computed
/// from the hashes of the parts of an archive.
/// </summary>
internal static class TreeHash
{
    private const int LeafSize = 1024 * 1024;

    /// <summary>Computes the hash of a stream from its position to its end.</summary>
    public static async ValueTask<byte[]> ComputeAsync(Stream stream, CancellationToken cancellationToken)
    {
        var hashes = new List<byte[]>();
        var buffer = ArrayPool<byte>.Shared.Rent(LeafSize);
        try
        {
            int count;
            do
            {
                cancellationToken.ThrowIfCancellationRequested();
                count = await stream.ReadAtLeastAsync(buffer.AsMemory(0, LeafSize), LeafSize, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
                if (count > 0 || hashes.Count == 0)
                {
                    hashes.Add(SHA256.HashData(buffer.AsSpan(0, count)));
                }
            }
            while (count == LeafSize);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        while (hashes.Count > 1)
        {
            hashes = HashPairs(hashes);
        }

        return hashes[0];
    }

    /// <summary>Computes the next level. A hash without a partner is used unchanged.</summary>
    private static List<byte[]> HashPairs(List<byte[]> hashes)
    {
        var parents = new List<byte[]>((hashes.Count + 1) / 2);
        for (var index = 0; index < hashes.Count; index += 2)
        {
            parents.Add(index + 1 < hashes.Count ? SHA256.HashData([.. hashes[index], .. hashes[index + 1]]) : hashes[index]);
        }

        return parents;
    }
}
