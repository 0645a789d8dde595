using System;
using System.Linq;
using System.Net.Http;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Requests;

public class RequestMessageTests
{
    private static readonly Uri Url = new("https://example.com/");

    [Theory]
    [InlineData("GET", false)]
    [InlineData("HEAD", false)]
    [InlineData("POST", true)]
    [InlineData("PUT", true)]
    [InlineData("PATCH", true)]
    [InlineData("DELETE", true)]
    public void Methods_that_may_have_a_body_announce_an_empty_one(string method, bool announces)
    {
        using var message = RequestMessage.Create(new RequestWriter(), HttpMethod.Parse(method), Url, new BodyReading());

        Assert.Equal(announces, message.Content is not null);
        Assert.Equal(announces ? 0 : null, message.Content?.Headers.ContentLength);
    }

    [Fact]
    public void Headers_go_where_NET_wants_them()
    {
        var request = new RequestWriter().Header("x-a", "1").Header("content-md5", "abc=").Header("if-none-match", "not a tag").Body("b"u8.ToArray(), "text/plain");

        using var message = RequestMessage.Create(request, HttpMethod.Put, Url, new BodyReading());

        Assert.Equal(["x-a", "If-None-Match"], message.Headers.NonValidated.Select(header => header.Key));
        Assert.Equal(["Content-Type", "Content-MD5"], message.Content!.Headers.NonValidated.Select(header => header.Key));
    }
}
