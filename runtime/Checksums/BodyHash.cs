using System;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace DataZoneGen.Core;

/// <summary>Computes a checksum of a body, piece by piece.</summary>
internal abstract class BodyHash : IDisposable
{
    private BodyHash(string algorithm) => Size = GetSize(algorithm);

    /// <summary>The length of the checksum in bytes.</summary>
    public int Size { get; }

    /// <summary>Creates the hash of an algorithm; <see langword="null"/> if it is not supported.</summary>
    /// <param name="algorithm">The name in models.</param>
    public static BodyHash? Create(string algorithm) => algorithm switch
    {
        "SHA1" => new DigestHash(algorithm, HashAlgorithmName.SHA1),
        "SHA256" => new DigestHash(algorithm, HashAlgorithmName.SHA256),
        "SHA512" => new DigestHash(algorithm, HashAlgorithmName.SHA512),
        "MD5" => new DigestHash(algorithm, HashAlgorithmName.MD5),
        _ => ReflectedCrc.Find(algorithm) is { } crc ? new CrcHash(algorithm, crc) : null,
    };

    /// <summary>Gets the length of a checksum in bytes; 0 if the algorithm is not supported.</summary>
    /// <param name="algorithm">The name in models.</param>
    public static int GetSize(string algorithm) => algorithm switch
    {
        "SHA1" => SHA1.HashSizeInBytes,
        "SHA256" => SHA256.HashSizeInBytes,
        "SHA512" => SHA512.HashSizeInBytes,
        "MD5" => MD5.HashSizeInBytes,
        _ => (ReflectedCrc.Find(algorithm)?.Width ?? 0) / 8,
    };

    /// <summary>Appends bytes.</summary>
    public abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Writes the checksum of all bytes, and starts anew.</summary>
    public abstract void GetAndReset(Span<byte> checksum);

    /// <summary>Returns the checksum of all bytes in base64, and starts anew.</summary>
    public string GetTextAndReset()
    {
        Span<byte> checksum = stackalloc byte[SHA512.HashSizeInBytes];
        checksum = checksum[..Size];
        GetAndReset(checksum);
        return Convert.ToBase64String(checksum);
    }

    public virtual void Dispose()
    {
    }

    private sealed class CrcHash(string algorithm, ReflectedCrc crc) : BodyHash(algorithm)
    {
        private ulong _checksum;

        public override void Append(ReadOnlySpan<byte> bytes) => _checksum = crc.Append(_checksum, bytes);

        public override void GetAndReset(Span<byte> checksum)
        {
            crc.Write(_checksum, checksum);
            _checksum = 0;
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "The service defines this checksum against transmission errors, not for security.")]
    private sealed class DigestHash(string algorithm, HashAlgorithmName name) : BodyHash(algorithm)
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(name);

        public override void Append(ReadOnlySpan<byte> bytes) => _hash.AppendData(bytes);

        public override void GetAndReset(Span<byte> checksum) => _hash.GetHashAndReset(checksum);

        public override void Dispose()
        {
            _hash.Dispose();
            base.Dispose();
        }
    }
}
