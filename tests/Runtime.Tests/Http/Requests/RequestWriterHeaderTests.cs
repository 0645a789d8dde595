using System;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Requests;

public class RequestWriterHeaderTests
{
    [Theory]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    [InlineData("a\tb")]
    [InlineData("\u007f")]
    [InlineData("é")]
    [InlineData("\u0100\u010a\u010d")]
    public void A_value_cannot_forge_a_header(string value)
    {
        var exception = Assert.Throws<ArgumentException>(() => new RequestWriter().Header("x-label", value));

        Assert.Contains("x-label", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x y")]
    [InlineData("x:")]
    [InlineData("x\r\n")]
    [InlineData("é")]
    [InlineData("")]
    public void A_name_cannot_either(string name)
        => Assert.Throws<ArgumentException>(() => new RequestWriter().Header(name, "v"));

    [Fact]
    public void Null_leaves_no_trace()
        => Assert.Empty(new RequestWriter()
            .Header("a", (string?)null)
            .Header("b", (int?)null)
            .Header("c", (long?)null)
            .Header("d", (bool?)null)
            .Header("e", (float?)null)
            .Header("f", (double?)null)
            .Header("g", null, TimestampFormat.HttpDate)
            .Headers.ToArray());

    [Fact]
    public void Values_of_other_types_have_their_wire_forms()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        var request = new RequestWriter()
            .Header("a", -1).Header("b", long.MaxValue).Header("c", true).Header("d", 0.5f).Header("e", double.NegativeInfinity)
            .Header("f", at, TimestampFormat.HttpDate).Header("g", at, TimestampFormat.Iso8601).Header("h", at, TimestampFormat.EpochSeconds);

        Assert.Equal(
            ["-1", "9223372036854775807", "true", "0.5", "-Infinity", "Fri, 02 Jan 2026 03:04:05 GMT", "2026-01-02T03:04:05Z", "1767323045"],
            request.Headers.ToArray().Select(header => header.Value));
    }

    [Fact]
    public void Names_from_maps_are_put_in_lower_case_for_the_signature()
        => Assert.Equal("x-amz-meta-key", new RequestWriter().Header("x-amz-meta-Key", "v").Headers[0].Name);

    [Theory]
    [InlineData(new string[0], "")]
    [InlineData(new[] { "a", "b" }, "a, b")]
    [InlineData(new[] { "", "a" }, ", a")]
    [InlineData(new[] { "", "", "a" }, ", , a")]
    [InlineData(new[] { "a", "", "b" }, "a, , b")]
    public void Items_of_a_list_are_kept_also_empty_ones(string[] items, string expected)
    {
        var request = new RequestWriter().Header("x-other", "v").HeaderList("x-list");
        foreach (var item in items)
        {
            request.HeaderItem("x-list", item);
        }

        Assert.Equal([new RequestHeader("x-other", "v"), new RequestHeader("x-list", expected)], request.Headers.ToArray());
    }

    [Fact]
    public void A_list_begins_anew_after_another()
    {
        var request = new RequestWriter().HeaderList("x-a").HeaderItem("x-a", "1").HeaderList("x-b").HeaderItem("x-b", "2");

        Assert.Equal(["1", "2"], request.Headers.ToArray().Select(header => header.Value));
    }

    [Theory]
    [InlineData("a\r\nx-evil: 1")]
    [InlineData("a\n")]
    public void An_item_cannot_forge_a_header(string item)
        => Assert.Throws<ArgumentException>(() => new RequestWriter().HeaderList("x-list").HeaderItem("x-list", item));

    [Fact]
    public void A_query_can_be_sent_as_a_form()
    {
        var request = new RequestWriter().QueryLiteral("format=sdk"u8).Query("q"u8, "a b&c").SendQueryAsForm();

        Assert.True(request.EncodedQuery.IsEmpty);
        Assert.Equal("application/x-www-form-urlencoded", request.ContentType);
        Assert.Equal("format=sdk&q=a%20b%26c"u8, request.BodyBytes.Span);
    }

    [Fact]
    public async Task Headers_whose_names_differ_in_case_are_sent_as_they_are_signed()
    {
        var request = new RequestWriter().Header("x-amz-meta-Key", "v1").Header("x-other", "v").Header("x-amz-meta-key", "v2");
        using var server = new OneAnswerServer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler());
        using var message = RequestMessage.Create(request, HttpMethod.Get, new Uri("http://127.0.0.1:" + server.Port), new BodyReading());

        using var response = await invoker.SendAsync(message, default);

        Assert.Contains("x-amz-meta-key: v1,v2", await server.Head);
        var canonical = new Utf8Buffer();
        CanonicalHeaders.Write(request.Headers, canonical);
        Assert.Equal("x-amz-meta-key:v1,v2\nx-other:v\n", System.Text.Encoding.ASCII.GetString(canonical.Written));
    }

    [Fact]
    public void Touching_the_JSON_makes_the_body_JSON()
    {
        var request = new RequestWriter();
        Assert.False(request.HasBody);

        request.Json.BeginObject();
        request.Json.EndObject();

        Assert.True(request.HasBody);
        Assert.Equal("application/json", request.ContentType);
        Assert.Equal("{}"u8, request.BodyBytes.Span);
    }

    [Fact]
    public void A_payload_has_its_own_type_unless_a_header_gives_another()
    {
        ReadOnlyMemory<byte> payload = new byte[] { 1 };

        Assert.Equal("text/plain", new RequestWriter().Body(payload, "text/plain").ContentType);
        Assert.Equal("image/png", new RequestWriter().Body(payload, "text/plain").Header("content-type", "image/png").ContentType);
        Assert.Equal("image/png", new RequestWriter().Header("Content-Type", "image/png").Body(payload, "text/plain").ContentType);
    }

    [Fact]
    public void No_payload_is_no_body()
    {
        var request = new RequestWriter().Body(null, "text/plain");

        Assert.False(request.HasBody);
        Assert.Null(request.ContentType);
    }

    [Fact]
    public void An_emptied_writer_remembers_nothing()
    {
        var request = new RequestWriter();
        request.Path("/p"u8).Query("q"u8, "v").Header("h", "v").Header("content-type", "t").Header("x-amz-content-sha256", new string('0', 64)).Json.BeginObject();

        request.Reset(idempotencyTokens: null);

        Assert.True(request.EncodedPath.IsEmpty && request.EncodedQuery.IsEmpty && request.Headers.Count == 0 && !request.HasBody);
        Assert.Null(request.ContentType);
        Assert.Null(request.PayloadHash);
        Assert.True(request.BodyBytes.IsEmpty);
    }
}
