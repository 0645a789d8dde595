using System;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>A partition of AWS: regions that share accounts and DNS suffixes.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AwsPartition
{
    // A region of a partition is one of the prefixes, a word and a number. The global pseudo-regions are named.
    private static readonly AwsPartition[] All =
    [
        new("aws", "amazonaws.com", "api.aws", "us-east-1", "aws-global", ["us", "eu", "ap", "sa", "ca", "me", "af", "il", "mx"]),
        new("aws-cn", "amazonaws.com.cn", "api.amazonwebservices.com.cn", "cn-northwest-1", "aws-cn-global", ["cn"]),
        new("aws-eusc", "amazonaws.eu", "api.amazonwebservices.eu", "eusc-de-east-1", null, ["eusc-de"]),
        new("aws-iso", "c2s.ic.gov", "api.aws.ic.gov", "us-iso-east-1", "aws-iso-global", ["us-iso"]),
        new("aws-iso-b", "sc2s.sgov.gov", "api.aws.scloud", "us-isob-east-1", "aws-iso-b-global", ["us-isob"]),
        new("aws-iso-e", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk", "eu-isoe-west-1", "aws-iso-e-global", ["eu-isoe"]),
        new("aws-iso-f", "csp.hci.ic.gov", "api.aws.hci.ic.gov", "us-isof-south-1", "aws-iso-f-global", ["us-isof"]),
        new("aws-us-gov", "amazonaws.com", "api.aws", "us-gov-west-1", "aws-us-gov-global", ["us-gov"]),
    ];

    private readonly string? _globalRegion;
    private readonly string[] _regionPrefixes;

    private AwsPartition(
        string id,
        string dnsSuffix,
        string dualStackDnsSuffix,
        string implicitGlobalRegion,
        string? globalRegion,
        string[] regionPrefixes)
    {
        Id = id;
        DnsSuffix = dnsSuffix;
        DualStackDnsSuffix = dualStackDnsSuffix;
        ImplicitGlobalRegion = implicitGlobalRegion;
        _globalRegion = globalRegion;
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
    /// <returns>The partition; the standard one for a region that fits none.</returns>
    public static AwsPartition Of(string region)
    {
        ArgumentNullException.ThrowIfNull(region);
        foreach (var partition in All)
        {
            if (partition.Has(region))
            {
                return partition;
            }
        }

        return All[0];
    }

    private bool Has(string region)
    {
        if (string.Equals(region, _globalRegion, StringComparison.Ordinal))
        {
            return true;
        }

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
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                return false;
            }
        }

        return word[(dash + 1)..].IndexOfAnyExceptInRange('0', '9') < 0;
    }
}
