using System;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Failures;

public class ErrorMappingTests
{
    private const string Page = "<html>\r\n<body>503</body></html>";

    [Theory]
    [InlineData("NotFoundException")]
    [InlineData("com.amazonaws.service#NotFoundException")]
    [InlineData("NotFoundException:http://internal.amazon.com/coral/com.amazon.coral.service/")]
    [InlineData("com.amazonaws.service#NotFoundException:http://internal.amazon.com/x#y")]
    public async Task The_code_is_found_however_it_is_decorated(string code)
    {
        var inHeader = await ErrorOf(404, """{"message":"m"}""", ("X-Amzn-ErrorType", code));
        var inCode = await ErrorOf(404, $$"""{"code":"{{code}}","message":"m"}""");
        var inType = await ErrorOf(404, $$"""{"__type":"{{code}}","message":"m"}""");

        foreach (var error in (AwsServiceException[])[inHeader, inCode, inType])
        {
            Assert.IsType<NotFoundException>(error);
            Assert.Equal("NotFoundException", error.ErrorCode);
        }
    }

    [Fact]
    public async Task What_a_server_sends_in_place_of_a_response_cannot_end_a_line_of_the_message()
    {
        var handler = new StubHandler((_, _) => throw new HttpRequestException("Received an invalid status line: 'WARN\r\nforged'."));
        using var client = TestClient.Over(handler);

        var error = await Assert.ThrowsAsync<AwsTransportException>(() => client.GetItemAsync("id"));

        Assert.Equal("Test Store GetItem received no response. Received an invalid status line: 'WARN  forged'.", error.Message);
    }

    [Theory]
    [InlineData("""{"__type":"A","code":"B","Code":"C"}""", "H", "H")]
    [InlineData("""{"__type":"A","code":"B","Code":"C"}""", null, "B")]
    [InlineData("""{"__type":"A","Code":"C"}""", null, "C")]
    [InlineData("""{"__type":"A"}""", null, "A")]
    [InlineData("""{"code":null,"__type":"A"}""", null, "A")]
    [InlineData("""{"code":5,"__type":"A"}""", null, "A")]
    [InlineData("""{"message":"m"}""", null, "400")]
    [InlineData("""{"message":"m"}""", "", "400")]
    [InlineData("", "H", "H")]
    [InlineData("", null, "400")]
    public async Task The_header_goes_before_the_code_and_the_code_before_the_type(string body, string? header, string expected)
        => Assert.Equal(expected, (await ErrorOf(400, body, header is null ? [] : [("x-amzn-errortype", header)])).ErrorCode);

    [Theory]
    [InlineData("""{"message":"small"}""", "small")]
    [InlineData("""{"Message":"Capital"}""", "Capital")]
    [InlineData("""{"Message":"Capital","message":"small"}""", "small")]
    [InlineData("""{"message":null}""", null)]
    [InlineData("""{"message":{"text":"odd"}}""", null)]
    [InlineData("{}", null)]
    [InlineData("", null)]
    [InlineData("Bad Request: no such thing", "Bad Request: no such thing")]
    [InlineData("[1]", "[1]")]
    [InlineData("""{"__type":"NotFoundExcep""", """{"__type":"NotFoundExcep""")]
    public async Task The_message_is_what_the_service_said(string body, string? expected)
        => Assert.Equal(expected, (await ErrorOf(400, body)).ServiceMessage);

    [Theory]
    [InlineData(503, "", null, "Service Unavailable")]
    [InlineData(500, " \r\n", null, "Internal Server Error")]
    [InlineData(502, "\n" + Page, "NotFoundException", "Bad Gateway")]
    public async Task What_a_proxy_says_is_no_error_of_the_service(int status, string body, string? named, string message)
    {
        var error = await ErrorOf(status, body, named is null ? [("x-amzn-requestid", "id-1")] : [("x-amzn-errortype", named), ("x-amzn-requestid", "id-1")]);

        Assert.IsType<TestException>(error);
        Assert.Equal((status.ToString(System.Globalization.CultureInfo.InvariantCulture), message, "id-1"), (error.ErrorCode, error.ServiceMessage, error.RequestId));
    }

    [Fact]
    public async Task An_error_that_only_a_header_names_is_the_modeled_one()
        => Assert.IsType<NotFoundException>(await ErrorOf(500, "", ("x-amzn-errortype", "NotFoundException")));

    /// <summary>A service's own header comes before one that a proxy adds, as a header of its own or in a list.</summary>
    [Fact]
    public async Task Of_several_codes_in_headers_the_first_counts()
    {
        var inHeaders = await ErrorOf(400, "{}", ("x-amzn-errortype", "BusyException"), ("x-amzn-errortype", "Other"));
        var inList = await ErrorOf(400, "{}", ("x-amzn-errortype", "a#BusyException:http://x/, Other"));
        var afterBlank = await ErrorOf(400, "{}", ("x-amzn-errortype", ""), ("x-amzn-errortype", " , BusyException"));

        foreach (var error in (AwsServiceException[])[inHeaders, inList, afterBlank])
        {
            Assert.IsType<BusyException>(error);
            Assert.Equal("BusyException", error.ErrorCode);
            Assert.True(error.IsThrottling);
        }
    }

    [Theory]
    [InlineData("x-amzn-requestid")]
    [InlineData("x-amzn-request-id")]
    [InlineData("x-amz-request-id")]
    public async Task Of_several_ids_of_a_request_the_first_counts(string name)
    {
        var inHeaders = await ErrorOf(400, "{}", (name, "id-1"), (name, "id-2"), ("x-amz-id-2", "a"), ("x-amz-id-2", "b"));
        var inList = await ErrorOf(400, "{}", (name, "id-1,id-2"), ("x-amz-id-2", "a, b"));

        Assert.Equal(("id-1", "a"), (inHeaders.RequestId, inHeaders.ExtendedRequestId));
        Assert.Equal(("id-1", "a"), (inList.RequestId, inList.ExtendedRequestId));
    }

    [Fact]
    public async Task A_page_with_a_lower_status_is_told_as_it_is()
        => Assert.Equal((Page, "403"), (await ErrorOf(403, Page)) is var error ? (error.ServiceMessage, error.ErrorCode) : default);

    [Fact]
    public async Task A_second_id_of_the_request_is_told()
        => Assert.Equal("id-2", (await ErrorOf(403, "{}", ("x-amz-request-id", "id-1"), ("x-amz-id-2", "id-2"))).ExtendedRequestId);

    [Fact]
    public async Task Every_exception_tells_the_request_and_the_attempts()
    {
        (string Name, string Value) id = ("x-amzn-requestid", "id-1");
        HttpResponseMessage BreaksOff()
        {
            var message = StubHandler.Json("", HttpStatusCode.OK, id);
            message.Content = new StreamContent(new BrokenStream());
            return message;
        }

        foreach (var answer in (Func<HttpResponseMessage>[])[() => StubHandler.Json("{", HttpStatusCode.OK, id), () => StubHandler.Json("{}", HttpStatusCode.NotFound, id), BreaksOff])
        {
            var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.BadGateway), answer);
            var client = TestClient.Over(handler, options => options.MaxAttempts = 2);

            var exception = await Assert.ThrowsAnyAsync<AwsException>(() => client.GetItemAsync("id"));

            Assert.Equal(("id-1", 2), (exception.RequestId, exception.Attempts));
        }
    }

    [Fact]
    public async Task A_long_page_is_cut()
    {
        var error = await ErrorOf(403, "<!DOCTYPE html>" + new string('x', 100_000));

        Assert.Equal(1024, error.ServiceMessage!.Length);
    }

    [Fact]
    public async Task A_cut_does_not_halve_a_character()
    {
        var error = await ErrorOf(403, "x" + new StringBuilder().Insert(0, "😀", 1000));

        Assert.Equal(1023, error.ServiceMessage!.Length);
        Assert.DoesNotContain('\uFFFD', error.ServiceMessage);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(304)]
    [InlineData(307)]
    public async Task Redirects_are_errors_and_are_not_followed(int status)
    {
        var handler = new StubHandler(() => StubHandler.Json("", (HttpStatusCode)status, ("Location", "https://example.com/")));

        var error = await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal((HttpStatusCode)status, error.StatusCode);
        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task A_modeled_error_has_its_members()
        => Assert.Equal("r", Assert.IsType<NotFoundException>(await ErrorOf(404, """{"__type":"NotFoundException","resource":"r"}""")).Resource);

    [Fact]
    public async Task Members_that_are_not_as_modeled_do_not_hide_the_error()
        => Assert.Null(Assert.IsType<NotFoundException>(await ErrorOf(404, """{"__type":"NotFoundException","resource":{}}""")).Resource);

    [Fact]
    public async Task A_byte_order_mark_before_an_error_changes_nothing()
    {
        var error = Assert.IsType<NotFoundException>(await ErrorOf(404, "\uFEFF{\"__type\":\"NotFoundException\",\"message\":\"m\",\"resource\":\"r\"}"));

        Assert.Equal(("m", "r"), (error.ServiceMessage, error.Resource));
        Assert.Equal("503", (await ErrorOf(503, "\uFEFF" + Page)).ErrorCode);
        Assert.Equal("Down.", (await ErrorOf(400, "\uFEFFDown.")).ServiceMessage);
    }

    [Fact]
    public async Task An_error_says_where_it_comes_from()
    {
        var error = await ErrorOf(404, """{"__type":"Gone","message":"m"}""", ("x-amzn-requestid", "id-1"));

        Assert.Equal(
            ("Test Store", "GetItem", HttpStatusCode.NotFound, "Gone", "id-1", 1),
            (error.Service, error.Operation, error.StatusCode, error.ErrorCode, error.RequestId, error.Attempts));
        Assert.Equal("m", error.Message);
    }

    [Fact]
    public async Task An_error_without_a_message_makes_one()
        => Assert.Equal(
            "Test Store GetItem failed: 404 NotFound (error code Gone, request id id-1)",
            (await ErrorOf(404, """{"__type":"Gone"}""", ("x-amzn-requestid", "id-1"))).Message);

    [Fact]
    public async Task An_error_body_beyond_the_limit_is_still_an_error()
    {
        var handler = new StubHandler(() => StubHandler.Json(new string('x', 10_000), HttpStatusCode.BadRequest));

        var error = await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler, options => options.MaxResponseBytes = 100).GetItemAsync("id"));

        Assert.Equal(100, error.ServiceMessage!.Length);
    }

    private static async Task<AwsServiceException> ErrorOf(int status, string body, params (string Name, string Value)[] headers)
    {
        var handler = new StubHandler(() => StubHandler.Json(body, (HttpStatusCode)status, headers));
        var client = TestClient.Over(handler, options => options.MaxAttempts = 1);
        return await Assert.ThrowsAnyAsync<AwsServiceException>(() => client.GetItemAsync("id"));
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("broken off");
    }
}
