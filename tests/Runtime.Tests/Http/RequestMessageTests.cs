using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http;

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
        using var message = RequestMessage.Create(new RequestWriter(), HttpMethod.Parse(method), Url);

        Assert.Equal(announces, message.Content is not null);
        Assert.Equal(announces ? 0 : null, message.Content?.Headers.ContentLength);
    }

    [Fact]
    public void Headers_go_where_NET_wants_them()
    {
        var request = new RequestWriter().Header("x-a", "1").Header("content-md5", "abc=").Header("if-none-match", "not a tag").Body("b"u8.ToArray(), "text/plain");

        using var message = RequestMessage.Create(request, HttpMethod.Put, Url);

        Assert.Equal(["x-a", "If-None-Match"], message.Headers.NonValidated.Select(header => header.Key));
        Assert.Equal(["Content-Type", "Content-MD5"], message.Content!.Headers.NonValidated.Select(header => header.Key));
    }

    [Fact]
    public async Task A_closed_body_cannot_be_sent()
    {
        using var body = new RequestBody("secret"u8.ToArray());

        Assert.True(body.TryClose());

        var sent = new MemoryStream();
        await Assert.ThrowsAsync<HttpRequestException>(() => body.CopyToAsync(sent));
        Assert.Equal(0, sent.Length);
    }

    [Fact]
    public async Task A_body_knows_that_it_is_still_being_sent()
    {
        var body = new RequestBody("body"u8.ToArray());
        var stream = new StuckStream();
        var sending = body.CopyToAsync(stream);

        Assert.False(body.TryClose());

        stream.Release();
        await sending;
    }

    private sealed class StuckStream : MemoryStream
    {
        private readonly TaskCompletionSource _released = new();

        public void Release() => _released.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
            => await _released.Task.WaitAsync(cancellationToken);
    }
}
