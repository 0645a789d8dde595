using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DataZoneGen.Wire;

/// <summary>An AWS partition: a group of regions that share accounts and DNS suffixes.</summary>
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

    /// <summary>The id of the partition, such as <c>aws</c>, which is also part of ARNs.</summary>
    public string Id { get; }

    /// <summary>The DNS suffix of endpoints.</summary>
    public string DnsSuffix { get; }

    /// <summary>The DNS suffix of dual-stack endpoints.</summary>
    public string DualStackDnsSuffix { get; }

    /// <summary>The signing region for the global services of the partition.</summary>
    public string ImplicitGlobalRegion { get; }

    /// <summary>Whether the partition has FIPS endpoints.</summary>
    public bool SupportsFips { get; } = true;

    /// <summary>Whether the partition has dual-stack endpoints.</summary>
    public bool SupportsDualStack { get; } = true;

    /// <summary>Returns the partition of a region.</summary>
    /// <param name="region">The region.</param>
    /// <returns>
    /// The partition that lists the region, else the one with the same name pattern, else <c>aws</c>; <see langword="null"/> if the region is
    /// <see langword="null"/>.
    /// </returns>
    [return: NotNullIfNotNull(nameof(region))]
    public static AwsPartition? FromRegion(string? region)
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
            if (partition.MatchesRegion(region))
            {
                return partition;
            }
        }

        return All[0];
    }

    private bool MatchesRegion(string region)
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
