using System;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>The signing key for a day, a region and a service, with their credential scope.</summary>
internal sealed class SigningKey
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _secret;

    private readonly string _day;
    private readonly string _region;
    private readonly string _service;
    private readonly byte[] _key;

    private SigningKey(string secret, string day, string region, string service)
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

    public ReadOnlySpan<byte> Bytes => _key;

    /// <summary>The credential scope, such as <c>20150830/us-east-1/service/aws4_request</c>.</summary>
    public byte[] Scope { get; }

    /// <summary>Gets the signing key. The latest key is cached, because it changes only once a day and with the credentials.</summary>
    public static SigningKey Get(ref SigningKey? latest, string secret, string day, string region, string service)
    {
        var key = latest;
        return key is not null && key.Matches(secret, day, region, service) ? key : latest = new SigningKey(secret, day, region, service);
    }

    private bool Matches(string secret, string day, string region, string service)
        => string.Equals(_day, day, StringComparison.Ordinal)
            && string.Equals(_secret, secret, StringComparison.Ordinal)
            && string.Equals(_region, region, StringComparison.Ordinal)
            && string.Equals(_service, service, StringComparison.Ordinal);
}
