using System;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Requests;

public class UrlCacheTests
{
    [Fact]
    public void The_same_request_has_the_same_URL_object()
    {
        var urls = new UrlCache();

        var first = urls.Get("https://h", Request("/a", "x"));

        Assert.Equal("https://h/a?q=x", first.OriginalString);
        Assert.Same(first, urls.Get("https://h", Request("/a", "x")));
    }

    [Fact]
    public void Other_requests_have_others()
    {
        var urls = new UrlCache();
        for (var round = 0; round < 3; round++)
        {
            for (var id = 0; id < 100; id++)
            {
                Assert.Equal($"https://h/{id}", urls.Get("https://h", Request($"/{id}", null)).OriginalString);
                Assert.Equal($"https://h/{id}?q={id}", urls.Get("https://h", Request($"/{id}", $"{id}")).OriginalString);
                Assert.Equal($"https://i/{id}", urls.Get("https://i", Request($"/{id}", null)).OriginalString);
            }
        }
    }

    [Fact]
    public void Nobody_tidies_up_the_path()
        => Assert.Equal("/a/./b/../%7E//c%2f?x=%7e", new UrlCache().Get("https://h", Raw("/a/./b/../%7E//c%2f"u8, "x=%7e"u8)).PathAndQuery);

    private static RequestWriter Request(string path, string? query)
        => new RequestWriter().Path(System.Text.Encoding.ASCII.GetBytes(path)).Query("q"u8, query);

    private static RequestWriter Raw(ReadOnlySpan<byte> path, ReadOnlySpan<byte> query) => new RequestWriter().Path(path).QueryLiteral(query);
}
