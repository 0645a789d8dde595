using System;
using System.Globalization;
using System.Text;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

/// <summary>The documented example of S3: 66,560 letters in chunks of 64 KiB.</summary>
public class ChunkSignerTests
{
    private const string FirstSignature = "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9";

    [Fact]
    public void A_body_in_chunks_is_the_documented_one()
    {
        var body = new Utf8Buffer();
        var signer = Signer();

        foreach (var length in new[] { 65536, 1024 })
        {
            signer.WriteHeader(Letters(length), body);
            body.Add(Letters(length));
            body.Add("\r\n"u8);
        }

        signer.WriteEnd(default, body);

        Assert.Equal(
            "10000;chunk-signature=ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648\r\n" + new string('a', 65536) + "\r\n"
                + "400;chunk-signature=0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497\r\n" + new string('a', 1024) + "\r\n"
                + "0;chunk-signature=b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9\r\n\r\n",
            Encoding.ASCII.GetString(body.Written));
    }

    [Fact]
    public void A_trailer_is_signed_in_the_order_of_its_names()
    {
        var (sorted, unsorted) = (new Utf8Buffer(), new Utf8Buffer());

        Signer().WriteEnd(HeaderList.Of(new("x-amz-checksum-crc32", "AAAAAA=="), new("x-amz-meta", "m")), sorted);
        Signer().WriteEnd(HeaderList.Of(new("x-amz-meta", "m"), new("x-amz-checksum-crc32", "AAAAAA==")), unsorted);

        var lines = Encoding.ASCII.GetString(sorted.Written).Split("\r\n");
        Assert.Equal(["x-amz-checksum-crc32:AAAAAA==", "x-amz-meta:m"], lines[1..3]);
        Assert.Matches("^x-amz-trailer-signature:[0-9a-f]{64}$", lines[3]);
        Assert.Equal(["", ""], lines[4..]);
        Assert.Equal(sorted.Written.ToArray(), unsorted.Written.ToArray());
    }

    private static byte[] Letters(int count) => Encoding.ASCII.GetBytes(new string('a', count));

    private static ChunkSigner Signer()
    {
        SigV4Key? latest = null;
        var key = SigV4Key.Get(ref latest, "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "20130524", "us-east-1", "s3");
        return new ChunkSigner(FirstSignature, AmzDate.From(DateTimeOffset.Parse("2013-05-24T00:00:00Z", CultureInfo.InvariantCulture)), key);
    }
}
