using System;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>A signing key, with its algorithm and credential scope.</summary>
internal abstract class SigningKey
{
    /// <summary>The maximum length of a signature in bytes.</summary>
    public const int MaxSignatureLength = 72;

    /// <summary>The name of the algorithm, such as <c>AWS4-HMAC-SHA256</c>.</summary>
    public abstract ReadOnlySpan<byte> Algorithm { get; }

    /// <summary>The credential scope, such as <c>20150830/us-east-1/service/aws4_request</c>.</summary>
    public abstract byte[] Scope { get; }

    /// <summary>The regions in which the signature is valid, if they are not part of the scope.</summary>
    public virtual string? RegionSet => null;

    /// <summary>Signs data.</summary>
    /// <param name="data">The data.</param>
    /// <param name="scratch">The reusable hash objects.</param>
    /// <param name="signature">Receives the signature.</param>
    /// <returns>The length of the signature in bytes.</returns>
    public abstract int Sign(ReadOnlySpan<byte> data, SigningScratch scratch, Span<byte> signature);
}

/// <summary>The key of Signature Version 4 for a day, a region and a service.</summary>
internal sealed class SigV4Key : SigningKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _secret;

    private readonly string _day;
    private readonly string _region;
    private readonly string _service;
    private readonly byte[] _key;

    private SigV4Key(string secret, string day, string region, string service)
    {
        _secret = secret;
        _day = day;
        _region = region;
        _service = service;
        _key = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secret), Encoding.UTF8.GetBytes(day));
        _key = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(region));
        _key = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(service));
        _key = HMACSHA256.HashData(_key, "aws4_request"u8);
        Scope = Encoding.UTF8.GetBytes($"{day}/{region}/{service}/aws4_request");
    }

    public override ReadOnlySpan<byte> Algorithm => "AWS4-HMAC-SHA256"u8;

    public override byte[] Scope { get; }

    public ReadOnlySpan<byte> Bytes => _key;

    /// <summary>Gets the signing key. The latest key is cached, because it changes only once a day and with the credentials.</summary>
    public static SigV4Key Get(ref SigV4Key? latest, string secret, string day, string region, string service)
    {
        var key = latest;
        return key is not null && key.Matches(secret, day, region, service) ? key : latest = new SigV4Key(secret, day, region, service);
    }

    public override int Sign(ReadOnlySpan<byte> data, SigningScratch scratch, Span<byte> signature)
    {
        scratch.Sign(this, data, signature);
        return SHA256.HashSizeInBytes;
    }

    private bool Matches(string secret, string day, string region, string service)
        => string.Equals(_day, day, StringComparison.Ordinal)
            && string.Equals(_secret, secret, StringComparison.Ordinal)
            && string.Equals(_region, region, StringComparison.Ordinal)
            && string.Equals(_service, service, StringComparison.Ordinal);
}
