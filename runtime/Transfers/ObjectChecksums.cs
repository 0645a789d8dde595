using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The checksums of an object or a part in base64, by algorithm. The properties are <see langword="null"/> for algorithms without a checksum.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ObjectChecksums
{
    internal static readonly ObjectChecksums None = new();

    /// <summary>The CRC-32.</summary>
    public string? Crc32 { get; init; }

    /// <summary>The CRC-32C.</summary>
    public string? Crc32C { get; init; }

    /// <summary>The CRC-64 of NVMe.</summary>
    public string? Crc64Nvme { get; init; }

    /// <summary>The SHA-1.</summary>
    public string? Sha1 { get; init; }

    /// <summary>The SHA-256.</summary>
    public string? Sha256 { get; init; }

    /// <summary>The SHA-512.</summary>
    public string? Sha512 { get; init; }

    /// <summary>The MD5.</summary>
    public string? Md5 { get; init; }

    internal bool HasAny => (Crc32 ?? Crc32C ?? Crc64Nvme ?? Sha1 ?? Sha256 ?? Sha512 ?? Md5) is not null;

    /// <summary>Creates the checksums of an object that has one.</summary>
    internal static ObjectChecksums Create(string? algorithm, string? checksum) => algorithm is null || checksum is null ? None : new()
    {
        Crc32 = algorithm == "CRC32" ? checksum : null,
        Crc32C = algorithm == "CRC32C" ? checksum : null,
        Crc64Nvme = algorithm == "CRC64NVME" ? checksum : null,
        Sha1 = algorithm == "SHA1" ? checksum : null,
        Sha256 = algorithm == "SHA256" ? checksum : null,
        Sha512 = algorithm == "SHA512" ? checksum : null,
        Md5 = algorithm == "MD5" ? checksum : null,
    };

    /// <summary>Finds the checksum of the whole object. A checksum of the checksums of the parts, which ends in their number, is none.</summary>
    internal string? Find(string? algorithm)
    {
        var checksum = algorithm switch
        {
            "CRC32" => Crc32,
            "CRC32C" => Crc32C,
            "CRC64NVME" => Crc64Nvme,
            "SHA1" => Sha1,
            "SHA256" => Sha256,
            "SHA512" => Sha512,
            "MD5" => Md5,
            _ => null,
        };
        return checksum?.Contains('-', StringComparison.Ordinal) == false ? checksum : null;
    }

    /// <summary>Finds a checksum of the whole object that can be computed from those of its parts.</summary>
    /// <returns>The algorithm and the checksum; both <see langword="null"/> if there is none.</returns>
    internal (string? Algorithm, string? Checksum) FindCombinable()
    {
        foreach (var algorithm in CrcCombination.Algorithms)
        {
            if (Find(algorithm) is { } checksum)
            {
                return (algorithm, checksum);
            }
        }

        return default;
    }
}
