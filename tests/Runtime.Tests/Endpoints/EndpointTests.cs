using System;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Endpoints;

public class EndpointTests
{
    [Theory]
    [InlineData("https://example.com", "https://example.com", "", "example.com")]
    [InlineData("https://example.com/", "https://example.com", "", "example.com")]
    [InlineData("https://EXAMPLE.com:443/a/b/", "https://example.com/a/b", "/a/b", "example.com")]
    [InlineData("http://127.0.0.1:8080", "http://127.0.0.1:8080", "", "127.0.0.1:8080")]
    [InlineData("http://[::1]:8080/x", "http://[::1]:8080/x", "/x", "[::1]:8080")]
    [InlineData("https://example.com/a%2Fb", "https://example.com/a%2Fb", "/a%2Fb", "example.com")]
    public void A_URL_is_taken_apart(string text, string prefix, string basePath, string host)
    {
        var endpoint = new ResolvedEndpoint(text);

        Assert.Equal((prefix, basePath, host), (endpoint.Prefix, System.Text.Encoding.ASCII.GetString(endpoint.BasePath), endpoint.Host));
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("/path")]
    [InlineData("ftp://example.com")]
    [InlineData("https://user:secret@example.com")]
    [InlineData("https://example.com?x=1")]
    [InlineData("https://example.com#x")]
    [InlineData("https://")]
    public void What_is_no_endpoint_is_refused_without_being_repeated(string text)
        => Assert.DoesNotContain("secret", Assert.Throws<EndpointException>(() => new ResolvedEndpoint(text)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task The_options_endpoint_takes_the_place_of_the_services_own()
        => Assert.Equal("http://localhost:9000/base/items/id", await UrlOf(options => options.Endpoint = new Uri("http://localhost:9000/base")));

    [Theory]
    [InlineData(false, false, "https://teststore.us-east-1.amazonaws.com/items/id")]
    [InlineData(true, false, "https://teststore-fips.us-east-1.amazonaws.com/items/id")]
    [InlineData(false, true, "https://teststore.us-east-1.api.aws/items/id")]
    public async Task The_rules_decide_on_the_others(bool fips, bool dualStack, string expected)
        => Assert.Equal(expected, await UrlOf(options => (options.UseFipsEndpoint, options.UseDualStackEndpoint) = (fips, dualStack)));

    [Fact]
    public async Task What_the_rules_refuse_is_told()
        => await Assert.ThrowsAsync<EndpointException>(() => UrlOf(options => (options.UseFipsEndpoint, options.Endpoint) = (true, new Uri("https://example.com"))));

    private static async Task<string> UrlOf(Action<AwsClientOptions> configure)
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        await TestClient.Over(handler, configure).GetItemAsync("id");
        return handler.Seen.Single().Url;
    }
}
