using System;
using System.Security.Cryptography;

namespace DataZoneGen.Core;

/// <summary>The checksum that the service sent with a body, to compare with the bytes that are received.</summary>
/// <param name="algorithm">The algorithm, which must be supported.</param>
/// <param name="expected">The checksum that the service sent.</param>
/// <param name="name">The name of the checksum, for messages.</param>
internal sealed class ExpectedChecksum(string algorithm, ReadOnlyMemory<byte> expected, string name) : IDisposable
{
    private readonly BodyHash _hash = BodyHash.Create(algorithm) ?? throw new ArgumentOutOfRangeException(nameof(algorithm));

    /// <summary>Appends received bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes) => _hash.Append(bytes);

    /// <summary>Compares the checksums after the last byte.</summary>
    /// <exception cref="ChecksumMismatchException">They are different.</exception>
    public void ThrowIfDifferent()
    {
        Span<byte> computed = stackalloc byte[SHA512.HashSizeInBytes];
        computed = computed[.._hash.Size];
        _hash.GetAndReset(computed);
        if (!computed.SequenceEqual(expected.Span))
        {
            throw new ChecksumMismatchException("The body of the response does not match its " + name + ".");
        }
    }

    public void Dispose() => _hash.Dispose();
}
