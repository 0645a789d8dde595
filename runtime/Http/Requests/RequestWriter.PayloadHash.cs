using System;
using System.Buffers;
using System.Security.Cryptography;

namespace DataZoneGen.Wire;

/// <content>The payload hash.</content>
public sealed partial class RequestWriter
{
    /// <summary>The name of the header with the payload hash.</summary>
    internal const string PayloadHashHeader = "x-amz-content-sha256";

    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>The payload hash for the signature; null to compute it from the body.</summary>
    internal string? PayloadHash { get; set; }

    /// <summary>Uses a payload hash from the caller, which some models have as a member, for the signature.</summary>
    /// <exception cref="ArgumentException">The header is the payload hash, and its value is not a SHA-256 hash.</exception>
    private protected override void OnHeader(string name, string value)
    {
        if (name != PayloadHashHeader)
        {
            return;
        }

        if (value.Length != 2 * SHA256.HashSizeInBytes || value.AsSpan().ContainsAnyExcept(HexDigits))
        {
            throw new ArgumentException($"The header '{PayloadHashHeader}' must be the SHA-256 hash of the body: 64 hexadecimal digits.", nameof(value));
        }

        PayloadHash = value;
    }
}
