using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DataZoneGen.Wire;

/// <summary>A partition of AWS: regions that share accounts and DNS suffixes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class AwsPartition
{
    private readonly string[] _regions;
    private readonly string[] _regionPrefixes;

    private AwsPartition(string id, string dnsSuffix, string dualStackDnsSuffix, string implicitGlobalRegion, string[] regionPrefixes, string[] regions)
    {
        Id = id;
        DnsSuffix = dnsSuffix;
        DualStackDnsSuffix = dualStackDnsSuffix;
        ImplicitGlobalRegion = implicitGlobalRegion;
        _regions = regions;
        _regionPrefixes = regionPrefixes;
    }

    /// <summary>The partition's name, such as <c>aws</c>; also the second part of an ARN.</summary>
    public string Id { get; }

    /// <summary>The end of host names.</summary>
    public string DnsSuffix { get; }

    /// <summary>The end of host names that serve IPv6 as well.</summary>
    public string DualStackDnsSuffix { get; }

    /// <summary>The region under which requests to the partition's global services are signed.</summary>
    public string ImplicitGlobalRegion { get; }

    /// <summary>Whether the partition has endpoints validated under FIPS 140.</summary>
    public bool SupportsFips { get; } = true;

    /// <summary>Whether the partition has endpoints that serve IPv6 as well.</summary>
    public bool SupportsDualStack { get; } = true;

    /// <summary>The partition that a region belongs to.</summary>
    /// <param name="region">The region, known or not.</param>
    /// <returns>
    /// The partition that has the region, else the one whose regions are named like it, else the standard one; <see langword="null"/> for no region.
    /// </returns>
    [return: NotNullIfNotNull(nameof(region))]
    public static AwsPartition? Of(string? region)
    {
        if (region is null)
        {
            return null;
        }

        foreach (var partition in All)
        {
            if (Array.IndexOf(partition._regions, region) >= 0)
            {
                return partition;
            }
        }

        foreach (var partition in All)
        {
            if (partition.HasRegionsLike(region))
            {
                return partition;
            }
        }

        return All[0];
    }

    private bool HasRegionsLike(string region)
    {
        foreach (var prefix in _regionPrefixes)
        {
            if (region.StartsWith(prefix, StringComparison.Ordinal) && IsWordAndNumber(region.AsSpan(prefix.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a text is <c>-word-number</c>, such as <c>-northeast-1</c>.</summary>
    private static bool IsWordAndNumber(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || text[0] != '-')
        {
            return false;
        }

        var word = text[1..];
        var dash = word.IndexOf('-');
        if (dash <= 0 || dash == word.Length - 1)
        {
            return false;
        }

        foreach (var c in word[..dash])
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return word[(dash + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
