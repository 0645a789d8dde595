using System;
using System.Security.Cryptography;

namespace DataZoneGen.Core;

/// <summary>
/// What a signature takes to make, used again for the next one: memory, and hash objects, whose making costs more than their hashing.
/// </summary>
internal sealed class SigningScratch : IDisposable
{
    private RequestHeader[] _headers = new RequestHeader[8];
    private IncrementalHash? _sha256;
    private IncrementalHash? _hmac;
    private SigningKey? _keyOfHmac;

    public Utf8Buffer Buffer { get; } = new();

    /// <summary>Room for the headers to sign.</summary>
    public Span<RequestHeader> Headers(int count)
    {
        if (_headers.Length < count)
        {
            _headers = new RequestHeader[2 * count];
        }

        return _headers.AsSpan(0, count);
    }

    /// <summary>SHA-256.</summary>
    public void Hash(ReadOnlySpan<byte> data, Span<byte> hash)
    {
        _sha256 ??= IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        _sha256.AppendData(data);
        _sha256.GetHashAndReset(hash);
    }

    /// <summary>HMAC-SHA-256.</summary>
    public void Sign(SigningKey key, ReadOnlySpan<byte> data, Span<byte> signature)
    {
        if (_hmac is null || _keyOfHmac != key)
        {
            _hmac?.Dispose();
            _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key.Bytes);
            _keyOfHmac = key;
        }

        _hmac.AppendData(data);
        _hmac.GetHashAndReset(signature);
    }

    /// <summary>Forgets what was signed, session tokens among it.</summary>
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
