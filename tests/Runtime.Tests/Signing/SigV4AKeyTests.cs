using System;
using System.Net.Http;
using System.Security.Cryptography;
using System.Text;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

/// <summary>SigV4a. Its signatures are random, so that they are verified with the public key.</summary>
public sealed class SigV4AKeyTests
{
    private static readonly SigV4AKey Key = new(new AwsCredentials("AKISORANDOMAASORANDOM", "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom"), "20150830", "service", "us-east-1");

    /// <summary>The public key that AWS's own libraries derive from these credentials.</summary>
    [Fact]
    public void The_key_is_derived_as_AWS_derives_it()
    {
        var point = Key.PublicKey.Q;

        Assert.Equal("15D242CEEBF8D8169FD6A8B5A746C41140414C3B07579038DA06AF89190FFFCB", Convert.ToHexString(point.X!));
        Assert.Equal("0515242CEDD82E94799482E4C0514B505AFCCF2C0C98D6A553BF539F424C5EC0", Convert.ToHexString(point.Y!));
    }

    [Fact]
    public void A_signature_is_valid_for_the_public_key()
    {
        Span<byte> signature = stackalloc byte[SigningKey.MaxSignatureLength];
        using var scratch = new SigningScratch();
        var length = Key.Sign("to sign"u8, scratch, signature);

        using var verifier = ECDsa.Create(Key.PublicKey);
        Assert.True(verifier.VerifyData("to sign"u8, signature[..length], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        Assert.False(verifier.VerifyData("other"u8, signature[..length], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }

    [Fact]
    public void The_scope_has_no_region() => Assert.Equal(
        ("20150830/service/aws4_request", "us-east-1", "AWS4-ECDSA-P256-SHA256"),
        (Encoding.ASCII.GetString(Key.Scope), Key.RegionSet, Encoding.ASCII.GetString(Key.Algorithm)));

    [Fact]
    public async Task A_request_has_the_regions_in_a_signed_header()
    {
        var handler = new StubHandler(static () => StubHandler.Bytes([]));
        using var client = StorageService.Over(handler);

        await client.CallAsync(StoreItem.UploadBytes, new StoreRequest(null) { Bucket = "point.mrap" });

        var seen = Assert.Single(handler.Seen);
        Assert.Equal("*", seen.Headers["x-amz-region-set"]);
        Assert.Matches(
            "^AWS4-ECDSA-P256-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/storage/aws4_request, SignedHeaders=[a-z0-9;-]*x-amz-region-set[a-z0-9;-]*, Signature=[0-9a-f]{130,144}$",
            seen.Headers["Authorization"]);
    }

    [Fact]
    public async Task A_presigned_url_has_the_regions_in_a_parameter()
    {
        using var client = StorageService.Over(new StubHandler());

        var presigned = await client.PresignAsync(StoreItem.Download, new StoreRequest(null) { Bucket = "point.mrap" }, TimeSpan.FromMinutes(1));

        Assert.Contains("X-Amz-Algorithm=AWS4-ECDSA-P256-SHA256&", presigned.Url.Query, StringComparison.Ordinal);
        Assert.Contains("&X-Amz-Region-Set=%2A&", presigned.Url.Query, StringComparison.Ordinal);
        Assert.Equal(HttpMethod.Get, presigned.Method);
    }
}
