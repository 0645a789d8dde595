using System;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>
/// The key of SigV4a: a private key on the curve P-256 that is derived from the credentials. The credential scope has no region; the regions are a header.
/// </summary>
internal sealed class SigV4AKey : SigningKey
{
    private const int KeyLength = 32;
    private const int MaxCounter = 254;

    private static readonly BigInteger Order =
        new(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly AwsCredentials _credentials;

    private readonly string _day;
    private readonly string _service;
    private readonly ECDsa _key;

    public SigV4AKey(AwsCredentials credentials, string day, string service, string regions)
    {
        (_credentials, _day, _service, RegionSet) = (credentials, day, service, regions);
        _key = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = DerivePrivateKey(credentials) });
        Scope = Encoding.UTF8.GetBytes($"{day}/{service}/aws4_request");
    }

    public override ReadOnlySpan<byte> Algorithm => "AWS4-ECDSA-P256-SHA256"u8;

    public override byte[] Scope { get; }

    public override string RegionSet { get; }

    /// <summary>The public key, to verify signatures.</summary>
    public ECParameters PublicKey => _key.ExportParameters(includePrivateParameters: false);

    /// <summary>Whether this is the key for these values.</summary>
    public bool Matches(AwsCredentials credentials, string day, string service, string regions) =>
        day == _day
        && service == _service
        && regions == RegionSet
        && (ReferenceEquals(credentials, _credentials)
            || (credentials.AccessKeyId == _credentials.AccessKeyId && credentials.SecretAccessKey == _credentials.SecretAccessKey));

    public override int Sign(ReadOnlySpan<byte> data, SigningScratch scratch, Span<byte> signature)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        scratch.Hash(data, hash);
        lock (_key)
        {
            return _key.TrySignHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence, out var length)
                ? length
                : throw new CryptographicException("The signature is longer than its maximum.");
        }
    }

    /// <summary>
    /// Derives the private key from the secret access key, with the key derivation function of NIST SP 800-108 in counter mode. Candidates that are not
    /// less than the order of the curve minus one are skipped.
    /// </summary>
    private static byte[] DerivePrivateKey(AwsCredentials credentials)
    {
        var secret = Encoding.UTF8.GetBytes("AWS4A" + credentials.SecretAccessKey);
        for (var counter = 1; counter <= MaxCounter; counter++)
        {
            var candidate = new BigInteger(HMACSHA256.HashData(secret, CreateInput(credentials.AccessKeyId, (byte)counter)), isUnsigned: true, isBigEndian: true);
            if (candidate <= Order - 2)
            {
                var key = new byte[KeyLength];
                var bytes = (candidate + 1).ToByteArray(isUnsigned: true, isBigEndian: true);
                bytes.CopyTo(key, KeyLength - bytes.Length);
                return key;
            }
        }

        throw new CryptographicException("No signing key can be derived from the credentials.");
    }

    private static byte[] CreateInput(string accessKeyId, byte counter)
    {
        var buffer = new Utf8Buffer();
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, 1);
        buffer.Add(number);
        buffer.Add("AWS4-ECDSA-P256-SHA256"u8);
        buffer.Add((byte)0);
        buffer.Add(accessKeyId);
        buffer.Add(counter);
        BinaryPrimitives.WriteInt32BigEndian(number, 8 * KeyLength);
        buffer.Add(number);
        return buffer.Written.ToArray();
    }
}
