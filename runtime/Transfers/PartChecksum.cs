using System;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>Creates and compares the checksums of the parts of a transfer.</summary>
internal static class PartChecksum
{
    /// <summary>Creates the hash of an algorithm.</summary>
    /// <exception cref="ArgumentException">The algorithm is not supported.</exception>
    public static BodyHash CreateHash(string algorithm) =>
        BodyHash.Create(algorithm) ?? throw new ArgumentException($"The checksum algorithm {SafeText.Identifier(algorithm)} is not supported for transfers.");

    /// <summary>Compares a checksum with the one that the service returned, if it returned one.</summary>
    /// <exception cref="AwsChecksumException">They are different.</exception>
    public static void ThrowIfDifferent(string? algorithm, string? computed, ObjectChecksums? returned, string subject)
    {
        if (computed is not null && returned?.Find(algorithm) is { } other && other != computed)
        {
            throw new AwsChecksumException($"{subject} is not the same for the client and the service: the {algorithm} is different.");
        }
    }
}
