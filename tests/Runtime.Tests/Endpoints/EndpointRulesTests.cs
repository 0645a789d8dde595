using System.Linq;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Endpoints;

public class EndpointRulesTests
{
    [Theory]
    [InlineData("us-east-1", false, true)]
    [InlineData("a", false, true)]
    [InlineData("a.b", false, false)]
    [InlineData("a.b", true, true)]
    [InlineData("a..b", true, false)]
    [InlineData("a.b.", true, false)]
    [InlineData(".a", true, false)]
    [InlineData("", false, false)]
    [InlineData("", true, false)]
    [InlineData(null, true, false)]
    [InlineData("-a", false, false)]
    [InlineData("a-", false, false)]
    [InlineData("a.b-.c", true, false)]
    [InlineData("a_b", false, false)]
    [InlineData("é", false, false)]
    [InlineData("１", false, false)]
    [InlineData("a\n", false, false)]
    [InlineData("a\0", false, false)]
    [InlineData("a%2Fb", true, false)]
    [InlineData("a/b", true, false)]
    [InlineData("a@b", true, false)]
    [InlineData("123456789012345678901234567890123456789012345678901234567890123", false, true)]
    [InlineData("1234567890123456789012345678901234567890123456789012345678901234", false, false)]
    public void Host_labels_are_letters_digits_and_hyphens(string? value, bool allowDots, bool expected)
        => Assert.Equal(expected, EndpointRules.IsValidHostLabel(value, allowDots));

    [Theory]
    [InlineData("bucket-name", false, true)]
    [InlineData("bucket-name-1", false, true)]
    [InlineData("BucketName", false, false)]
    [InlineData("bucket_name", false, false)]
    [InlineData("bucket.name", false, false)]
    [InlineData("bucket.name.1", true, true)]
    [InlineData("-bucket-name", false, false)]
    [InlineData("bucket-name-", false, false)]
    [InlineData("aa", false, false)]
    [InlineData("aaa", false, true)]
    [InlineData(".bucket-name", true, false)]
    [InlineData("bucket-name.", true, false)]
    [InlineData("bucket-.name", true, false)]
    [InlineData("bucket.-name", true, false)]
    [InlineData("192.168.5.4", true, false)]
    [InlineData("192.168.5.456", true, true)]
    [InlineData("192.168.5.4.5", true, true)]
    [InlineData("a,b", true, false)]
    [InlineData("büchsen", false, false)]
    [InlineData(null, true, false)]
    public void Buckets_that_can_be_named_in_the_host_are_told(string? value, bool allowDots, bool expected)
        => Assert.Equal(expected, EndpointRules.IsVirtualHostableBucket(value, allowDots));

    [Fact]
    public void A_bucket_of_64_characters_is_too_long_even_with_dots()
        => Assert.False(EndpointRules.IsVirtualHostableBucket(string.Join('.', Enumerable.Repeat("abc", 16)) + "d", allowDots: true));

    [Theory]
    [InlineData("abcdefg", 0, 4, false, "abcd")]
    [InlineData("abcdefg", 0, 4, true, "defg")]
    [InlineData("abcdefg", 1, 4, true, "def")]
    [InlineData("abcd", 0, 4, false, "abcd")]
    [InlineData("abcd", 0, 4, true, "abcd")]
    [InlineData("abc", 0, 4, false, null)]
    [InlineData("abc", 2, 2, false, null)]
    [InlineData("abc", 2, 1, false, null)]
    [InlineData("abc", -1, 2, false, null)]
    [InlineData("abc", int.MinValue, int.MaxValue, true, null)]
    [InlineData("", 0, 1, false, null)]
    [InlineData("abcdé", 0, 2, false, null)]
    [InlineData(null, 0, 2, false, null)]
    public void A_part_of_a_text_is_there_or_missing(string? value, int start, int stop, bool reverse, string? expected)
        => Assert.Equal(expected, EndpointRules.Substring(value, start, stop, reverse));

    [Theory]
    [InlineData("a--b--c", "--", 0, "a|b|c")]
    [InlineData("a--b--c", "--", 2, "a|b--c")]
    [InlineData("a--b--c", "--", 1, "a--b--c")]
    [InlineData("", "--", 0, "")]
    [InlineData("--", "--", 0, "|")]
    [InlineData("a", "", 0, null)]
    [InlineData("a", "-", -1, null)]
    [InlineData(null, "-", 0, null)]
    public void Text_is_split_at_a_delimiter(string? value, string delimiter, int limit, string? expected)
        => Assert.Equal(expected, EndpointRules.Split(value, delimiter, limit) is { } parts ? string.Join('|', parts) : null);

    [Theory]
    [InlineData(0, "a")]
    [InlineData(1, "b")]
    [InlineData(2, null)]
    [InlineData(-1, "b")]
    [InlineData(-2, "a")]
    [InlineData(-3, null)]
    [InlineData(int.MinValue, null)]
    public void An_item_is_found_from_either_end(int index, string? expected)
    {
        Assert.Equal(expected, EndpointRules.GetItem(["a", "b"], index));
        Assert.Null(EndpointRules.GetItem(null, index));
    }

    [Theory]
    [InlineData("hello world", "hello%20world")]
    [InlineData("0az-._~", "0az-._~")]
    [InlineData("/:,?#[]{}|@! $&'()*+;=%<>\"^`\\", "%2F%3A%2C%3F%23%5B%5D%7B%7D%7C%40%21%20%24%26%27%28%29%2A%2B%3B%3D%25%3C%3E%22%5E%60%5C")]
    [InlineData("é😀\n", "%C3%A9%F0%9F%98%80%0A")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void Everything_but_unreserved_characters_is_encoded(string? value, string? expected)
        => Assert.Equal(expected, EndpointRules.UriEncode(value));

    [Fact]
    public void Half_a_character_is_encoded_as_its_replacement() => Assert.Equal("a%EF%BF%BD", EndpointRules.UriEncode("a" + '\ud800'));

    [Fact]
    public void A_text_of_any_length_is_encoded()
        => Assert.Equal(3 * 200_000, EndpointRules.UriEncode(new string('/', 200_000)).Length);

    [Theory]
    [InlineData("https://example.com", "https|example.com||/|False")]
    [InlineData("https://example.com/", "https|example.com|/|/|False")]
    [InlineData("http://example.com:80/foo/bar", "http|example.com:80|/foo/bar|/foo/bar/|False")]
    [InlineData("HTTPS://Example.com/A/", "https|Example.com|/A/|/A/|False")]
    [InlineData("https://127.0.0.1", "https|127.0.0.1||/|True")]
    [InlineData("https://127.0.0.1:8443/x", "https|127.0.0.1:8443|/x|/x/|True")]
    [InlineData("https://127.1", "https|127.1||/|False")]
    [InlineData("https://127.0.0.256", "https|127.0.0.256||/|False")]
    [InlineData("https://[fe80::1]", "https|[fe80::1]||/|True")]
    [InlineData("https://[::1]:8443/a%2Fb", "https|[::1]:8443|/a%2Fb|/a%2Fb/|True")]
    [InlineData("https://[fe80::1", null)]
    [InlineData("https://[]", null)]
    [InlineData("https://example.com?x=1", null)]
    [InlineData("https://example.com/?", null)]
    [InlineData("https://example.com#x", null)]
    [InlineData("https://user:secret@example.com", null)]
    [InlineData("https://user@[::1]/", null)]
    [InlineData("https:example.com", null)]
    [InlineData("https://", null)]
    [InlineData("https:///path", null)]
    [InlineData("https://example.com:port", null)]
    [InlineData("https://exa mple.com", null)]
    [InlineData("https://example.com\\@evil.com", null)]
    [InlineData("https://exa\nmple.com", null)]
    [InlineData("wss://example.com", null)]
    [InlineData("abcde://nota#url", null)]
    [InlineData("example.com", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_URL_is_taken_apart_as_it_is_written(string? text, string? expected)
        => Assert.Equal(expected, EndpointRules.ParseUrl(text) is { } u ? $"{u.Scheme}|{u.Authority}|{u.Path}|{u.NormalizedPath}|{u.IsIp}" : null);

    [Theory]
    [InlineData(300)]
    [InlineData(100_000)]
    public void A_host_of_any_length_is_read_or_refused(int length)
    {
        var url = EndpointRules.ParseUrl("https://" + new string('a', length) + ".com/x");

        Assert.True(url is null || url.Authority.Length == length + 4);
        Assert.False(EndpointRules.IsValidHostLabel(new string('a', length), allowDots: true));
    }

    [Theory]
    [InlineData("arn:aws:s3:us-west-2:123:bucket/key:x", "aws|s3|us-west-2|123|bucket,key,x")]
    [InlineData("arn:aws:s3:::bucket", "aws|s3|||bucket")]
    [InlineData("arn:aws:sns:us-west-2:012345678910:example:", "aws|sns|us-west-2|012345678910|example,")]
    [InlineData("arn:aws:s3:us-west-2:123:/", "aws|s3|us-west-2|123|,")]
    [InlineData("arn:aws:s3:us-west-2:123:", null)]
    [InlineData("arn::s3:us-west-2:123:x", null)]
    [InlineData("arn:aws::us-west-2:123:x", null)]
    [InlineData("arn:aws:s3:us-west-2:x", null)]
    [InlineData("ARN:aws:s3:us-west-2:123:x", null)]
    [InlineData(":::::", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void An_ARN_is_taken_apart(string? arn, string? expected)
        => Assert.Equal(expected, EndpointRules.ParseArn(arn) is { } a ? $"{a.Partition}|{a.Service}|{a.Region}|{a.AccountId}|{string.Join(',', a.ResourceId)}" : null);

    [Fact]
    public void Contexts_with_the_same_values_are_equal()
    {
        static EndpointContext Context(string[]? texts, bool flag = true) => new EndpointContext().Set("A", "x").Set("B", flag).Set("C", texts).Set("D", (string?)null);

        Assert.Equal(Context(["a", "b"]), Context(["a", "b"]));
        Assert.Equal(Context(["a", "b"]).GetHashCode(), Context(["a", "b"]).GetHashCode());
        Assert.NotEqual(Context(["a", "b"]), Context(["a", "c"]));
        Assert.NotEqual(Context(["a", "b"]), Context(null));
        Assert.NotEqual(Context(["a"]), Context(["a"], flag: false));
        Assert.False(Context([]).Equals(null));
    }

    [Fact]
    public void A_call_goes_before_the_clients_settings()
    {
        var parameters = new EndpointParameters(null, false, false, null)
        {
            Client = new EndpointContext().Set("A", "client").Set("B", true),
            Call = new EndpointContext().Set("A", "call"),
        };

        Assert.Equal(("call", true, null), (parameters.GetString("A"), parameters.GetBoolean("B"), parameters.GetStrings("C")));
        Assert.Null(parameters.GetBoolean("A"));
    }
}
