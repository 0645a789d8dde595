using System;
using System.Security.Cryptography;

namespace DataZoneGen.Core;

/// <summary>
/// The reusable objects for signatures: memory, and hash objects, whose creation is more expensive than hashing.
/// </summary>
internal sealed class SigningScratch : IDisposable
{
    private RequestHeader[] _headers = new RequestHeader[8];
    private IncrementalHash? _sha256;
    private IncrementalHash? _hmac;
    private SigV4Key? _hmacKey;

    public Utf8Buffer Buffer { get; } = new();

    /// <summary>Returns memory for the headers to sign.</summary>
    /// <param name="count">The minimum length.</param>
    public RequestHeader[] GetHeaders(int count)
    {
        if (_headers.Length < count)
        {
            _headers = new RequestHeader[2 * count];
        }

        return _headers;
    }

    /// <summary>Computes SHA-256.</summary>
    public void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        _sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _sha256.AppendData(data);
        _sha256.GetHashAndReset(hash);
    }

    /// <summary>Computes HMAC-SHA-256.</summary>
    public void Sign(SigV4Key key, ReadOnlySpan<byte> data, Span<byte> signature)
    {
        if (_hmac is null || _hmacKey != key)
        {
            _hmac?.Dispose();
            _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
            _hmacKey = key;
        }

        _hmac.AppendData(data);
        _hmac.GetHashAndReset(signature);
    }

    /// <summary>Clears the signed data, which includes session tokens.</summary>
    public void Clear()
    {
        Buffer.Clear();
        Array.Clear(_headers);
    }

    public void Dispose()
    {
        _sha256?.Dispose();
        _hmac?.Dispose();
    }
}
