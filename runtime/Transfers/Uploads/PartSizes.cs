using System;

namespace DataZoneGen.Core;

/// <summary>The sizes of the parts of an upload, so that the maximum number of parts suffices.</summary>
internal static class PartSizes
{
    /// <summary>The maximum number of parts of an upload.</summary>
    public const int MaxParts = 10_000;

    private const int PartsOfOneSize = 1000;
    private const long MaxGrownSize = 512L * 1024 * 1024;
    private const long MebiByte = 1024 * 1024;

    /// <summary>Gets the size of all parts but the last of content whose length is known.</summary>
    /// <param name="size">The size that is wanted.</param>
    /// <param name="length">The length of the content.</param>
    public static long ForLength(long size, long length)
    {
        var min = (length + MaxParts - 1) / MaxParts;
        return min <= size ? size : (min + MebiByte - 1) / MebiByte * MebiByte;
    }

    /// <summary>Gets the size of a part of content whose length is not known: it doubles after every 1,000 parts, up to 512 MiB.</summary>
    /// <param name="size">The size of the first parts.</param>
    /// <param name="partNumber">The number of the part, starting at 1.</param>
    public static long ForPart(long size, int partNumber) =>
        size >= MaxGrownSize ? size : Math.Min(size << ((partNumber - 1) / PartsOfOneSize), MaxGrownSize);
}
