using System;
using System.Net;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols;

public class ResponseReaderTests
{
    [Fact]
    public void Headers_are_found_whatever_their_case()
        => Assert.Equal("v", Read("X-Thing", "v", (ref ResponseReader response) => response.Headers.String("x-thing")));

    [Fact]
    public void Headers_of_the_content_are_found_too()
        => Assert.Equal("text/x", Read("Content-Type", "text/x", (ref ResponseReader response) => response.Headers.String("content-type")));

    [Fact]
    public void An_absent_header_is_null_in_every_type()
        => Assert.True(Read("other", "1", (ref ResponseReader response) =>
            response.Headers.String("h") is null && response.Headers.Int32("h") is null && response.Headers.Int64("h") is null && response.Headers.Boolean("h") is null
            && response.Headers.Single("h") is null && response.Headers.Double("h") is null && response.Headers.Timestamp("h") is null));

    [Fact]
    public void Headers_have_types()
    {
        Assert.Equal(-5, Read("h", "-5", (ref ResponseReader response) => response.Headers.Int32("h")));
        Assert.Equal(long.MaxValue, Read("h", "9223372036854775807", (ref ResponseReader response) => response.Headers.Int64("h")));
        Assert.True(Read("h", "true", (ref ResponseReader response) => response.Headers.Boolean("h")));
        Assert.Equal(1.5f, Read("h", "1.5", (ref ResponseReader response) => response.Headers.Single("h")));
        Assert.Equal(double.NaN, Read("h", "NaN", (ref ResponseReader response) => response.Headers.Double("h")));
    }

    [Theory]
    [InlineData("Fri, 02 Jan 2026 03:04:05 GMT")]
    [InlineData("Friday, 02-Jan-26 03:04:05 GMT")]
    [InlineData("Fri Jan  2 03:04:05 2026")]
    [InlineData("2026-01-02T03:04:05Z")]
    [InlineData("1767323045")]
    public void A_header_can_be_a_timestamp_in_any_form(string text)
    {
        var expected = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

        Assert.Equal(expected, Read("h", text, (ref ResponseReader response) => response.Headers.Timestamp("h")));
        Assert.Equal([expected, expected], Read("h", text + ", " + text, (ref ResponseReader response) => response.Headers.Timestamps("h")));
    }

    [Theory]
    [InlineData("sesame")]
    [InlineData("1,5")]
    [InlineData("1 000")]
    [InlineData("$5")]
    [InlineData("(5)")]
    [InlineData("")]
    public void A_header_that_is_no_number_is_left_out(string text) => Assert.True(Read("h", text, (ref ResponseReader response) =>
        response.Headers.Int32("h") is null && response.Headers.Int64("h") is null && response.Headers.Single("h") is null && response.Headers.Double("h") is null
        && !response.MustReadAgain(RestJsonProtocol.Instance, out var unreadable) && unreadable == 4));

    [Fact]
    public void A_header_of_any_type_that_cannot_be_read_is_left_out() => Assert.True(Read("h", "sesame ,\"", (ref ResponseReader response) =>
        response.Headers.Boolean("h") is null && response.Headers.Timestamp("h") is null && response.Headers.Timestamps("h") is null
        && response.Headers.Json("h") is null && response.Headers.List("h", HeaderText.String) is null));

    [Fact]
    public void A_list_in_a_header_with_an_item_that_cannot_be_read_is_left_out_as_a_whole()
    {
        Assert.Equal(["{}", "[1, 2]"], Read("h", "e30=, WzEsIDJd", (ref ResponseReader response) => response.Headers.List("h", HeaderText.Json)));
        Assert.Null(Read("h", "e30=, {}", (ref ResponseReader response) => response.Headers.List("h", HeaderText.Json)));
        Assert.Equal([1, 2], Read("h", "1, 2", (ref ResponseReader response) => response.Headers.List("h", HeaderText.Int32)));
        Assert.Null(Read("h", "1, two, 3", (ref ResponseReader response) => response.Headers.List("h", HeaderText.Int32)));
        Assert.Null(Read("h", "1767323045, never", (ref ResponseReader response) => response.Headers.Timestamps("h")));
    }

    [Fact]
    public void An_empty_body_reads_like_an_empty_object()
        => Assert.False(Read("h", "v", (ref ResponseReader response) => response.Json.NextMember(out _)));

    [Fact]
    public void The_body_is_there_as_it_came()
        => Assert.Equal("raw", Read("h", "v", (ref ResponseReader response) => Encoding.UTF8.GetString(response.Body), "raw"));

    private delegate T ReadResponse<T>(ref ResponseReader response);

    private static T Read<T>(string name, string value, ReadResponse<T> read, string body = "")
    {
        using var message = StubHandler.Bytes([], HttpStatusCode.OK, null, (name, value));
        var reader = new ResponseReader(message, Encoding.UTF8.GetBytes(body));
        return read(ref reader);
    }
}
