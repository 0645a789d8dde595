using System;
using System.Globalization;
using System.Text;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Signing;

public class SigV4SignerTests
{
    private const string Secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    [Fact]
    public void The_signing_key_is_the_documented_one()
        => Assert.Equal(
            "C4AFB1CC5771D871763A393E44B703571B55CC28424D1A5E86DA6ED3C154A4B9",
            Convert.ToHexString(Key("20150830", "us-east-1", "iam").Bytes));

    [Fact]
    public void The_documented_request_has_the_documented_signature()
        => Assert.Equal(
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request, SignedHeaders=content-type;host;x-amz-date, "
                + "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
            Signed.Authorize(new Signed.Request("GET", "/")
            {
                Query = "Action=ListUsers&Version=2010-05-08",
                Headers = [("content-type", "application/x-www-form-urlencoded; charset=utf-8"), ("host", "iam.amazonaws.com"), ("x-amz-date", "20150830T123600Z")],
                Service = "iam",
            }));

    [Fact]
    public void The_canonical_request_is_written_part_by_part()
        => Assert.Equal(
            "POST\n/base/a%2520b/c\nA=1&a=&a=0&a=1&a-b=2&b=\ncontent-type:application/json\nhost:h\nx-amz-date:20150830T123600Z\nx-list:2,1\n\n"
                + "content-type;host;x-amz-date;x-list\n44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
            Signed.CanonicalRequest(new Signed.Request("POST", "/a%20b/c")
            {
                BasePath = "/base",
                Query = "b&a=1&a=0&a-b=2&a=&A=1",
                Headers = [("x-list", "2"), ("host", "h"), ("x-list", " 1 "), ("x-amz-date", "20150830T123600Z"), ("content-type", "application/json")],
                Body = "{}"u8.ToArray(),
            }));

    [Theory]
    [InlineData("", "", "/")]
    [InlineData("", "/", "/")]
    [InlineData("/base", "", "/base")]
    [InlineData("/base", "/x/", "/base/x/")]
    [InlineData("", "//x//", "/x/")]
    [InlineData("", "/a/./b/../c", "/a/c")]
    [InlineData("", "/../..", "/")]
    [InlineData("", "/a/..", "/")]
    [InlineData("", "/.hidden/..x", "/.hidden/..x")]
    [InlineData("", "/%2E/%252F", "/%252E/%25252F")]
    [InlineData("", "/a:b@c!$&'()*+,;=~", "/a%3Ab%40c%21%24%26%27%28%29%2A%2B%2C%3B%3D~")]
    public void The_path_is_normalized_and_encoded_once_more(string basePath, string path, string expected)
    {
        var buffer = new Utf8Buffer();

        CanonicalPath.Write(Encoding.UTF8.GetBytes(basePath), Encoding.UTF8.GetBytes(path), PathRules.Default, buffer);

        Assert.Equal(expected, Encoding.UTF8.GetString(buffer.Written));
    }

    [Theory]
    [InlineData(nameof(PathRules.KeepSegments), "//a%252Fb/./~/../")]
    [InlineData(nameof(PathRules.KeepEncoding), "/a%2Fb/")]
    [InlineData(nameof(PathRules.Verbatim), "//a%2Fb/./~/../")]
    public void A_service_may_want_less_done_to_the_path(string rules, string expected)
    {
        var buffer = new Utf8Buffer();

        CanonicalPath.Write("/"u8, "/a%2Fb/./~/../"u8, Enum.Parse<PathRules>(rules), buffer);

        Assert.Equal(expected, Encoding.UTF8.GetString(buffer.Written));
    }

    [Theory]
    [InlineData("a \t b\r\n  c", "a b c")]
    [InlineData("a  b   c", "a b c")]
    [InlineData("  a b  ", "a b")]
    [InlineData("", "")]
    public void Blanks_in_values_are_folded(string value, string expected)
        => Assert.Contains(
            $"\nx:{expected}\n\nx\n",
            Signed.CanonicalRequest(new Signed.Request("GET", "/") { Headers = [("x", value)] }),
            StringComparison.Ordinal);

    [Fact]
    public void A_key_is_made_once_a_day()
    {
        SigV4Key? latest = null;
        var first = SigV4Key.Get(ref latest, Secret, "20150830", "us-east-1", "iam");

        Assert.Same(first, SigV4Key.Get(ref latest, Secret, "20150830", "us-east-1", "iam"));
        Assert.NotSame(first, SigV4Key.Get(ref latest, Secret, "20150831", "us-east-1", "iam"));
        Assert.NotSame(first, SigV4Key.Get(ref latest, Secret, "20150830", "us-east-1", "iam"));
    }

    [Theory]
    [InlineData("other", "us-east-1", "iam")]
    [InlineData(Secret, "us-east-2", "iam")]
    [InlineData(Secret, "us-east-1", "sts")]
    public void A_key_is_for_one_secret_region_and_service(string secret, string region, string service)
    {
        SigV4Key? latest = null;
        var first = SigV4Key.Get(ref latest, Secret, "20150830", "us-east-1", "iam");

        Assert.NotSame(first, SigV4Key.Get(ref latest, secret, "20150830", region, service));
    }

    [Fact]
    public void The_date_is_in_UTC_whatever_the_offset()
        => Assert.Equal(
            "20150830T123600Z",
            AmzDate.From(DateTimeOffset.Parse("2015-08-30T14:36:00.999+02:00", CultureInfo.InvariantCulture)).Text);

    private static SigV4Key Key(string day, string region, string service)
    {
        SigV4Key? latest = null;
        return SigV4Key.Get(ref latest, Secret, day, region, service);
    }
}
