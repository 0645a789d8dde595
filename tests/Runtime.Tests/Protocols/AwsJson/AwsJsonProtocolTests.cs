using System.Net;
using System.Net.Http;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols.AwsJson;

public sealed class AwsJsonProtocolTests
{
    private const string OldCode = "AWS.SimpleQueueService.NonExistentQueue";

    [Theory]
    [InlineData("1.0", "application/x-amz-json-1.0")]
    [InlineData("1.1", "application/x-amz-json-1.1")]
    public void The_content_type_has_the_version(string version, string contentType)
    {
        var request = new RequestWriter();
        request.Json.BeginObject();

        new AwsJsonProtocol(version).Complete(request);

        Assert.Equal(contentType, request.ContentType);
        Assert.Null(request.FindHeader("x-amzn-query-mode"));
    }

    [Fact]
    public void A_request_without_a_body_has_no_content_type()
    {
        var request = new RequestWriter();

        new AwsJsonProtocol("1.0").Complete(request);

        Assert.Null(request.ContentType);
    }

    [Theory]
    [InlineData("""{"__type": "com.amazonaws.sqs#QueueDoesNotExist", "message": "m"}""", "QueueDoesNotExist", "m")]
    [InlineData("""{"__type": "QueueDoesNotExist:http://internal", "Message": "m"}""", "QueueDoesNotExist", "m")]
    [InlineData("""{"code": "Broken"}""", "Broken", null)]
    [InlineData("{}", "400", null)]
    [InlineData("", "400", null)]
    [InlineData("upstream is down", "400", "upstream is down")]
    public void The_code_and_the_message_are_in_the_body(string body, string code, string? message)
    {
        var (actualCode, actualMessage) = Read(new AwsJsonProtocol("1.0"), body);

        Assert.Equal((code, message), (actualCode, actualMessage));
    }

    [Theory]
    [InlineData(true, OldCode + ";Sender", OldCode)]
    [InlineData(true, OldCode, "QueueDoesNotExist")]
    [InlineData(true, ";Sender", "QueueDoesNotExist")]
    [InlineData(true, null, "QueueDoesNotExist")]
    [InlineData(false, OldCode + ";Sender", "QueueDoesNotExist")]
    public void A_service_that_used_the_query_protocol_sends_its_codes_in_a_header(bool isQueryCompatible, string? header, string code) =>
        Assert.Equal(code, Read(new AwsJsonProtocol("1.0", isQueryCompatible), """{"__type": "QueueDoesNotExist"}""", header).Code);

    [Fact]
    public void A_service_that_used_the_query_protocol_is_asked_for_its_codes()
    {
        var request = new RequestWriter();

        new AwsJsonProtocol("1.0", isQueryCompatible: true).Complete(request);

        Assert.Equal("true", request.FindHeader("x-amzn-query-mode"));
    }

    // Errors of services may have a member named Code.
    [Theory]
    [InlineData("""{"__type":"A","code":"B","Code":"C"}""", "H", "H")]
    [InlineData("""{"__type":"A","code":"B","Code":"C"}""", null, "A")]
    [InlineData("""{"Code":"C","__type":"A"}""", null, "A")]
    [InlineData("""{"code":"B","Code":"C"}""", null, "B")]
    [InlineData("""{"__type":null,"Code":"C"}""", null, "C")]
    [InlineData("{}", null, "400")]
    public void The_header_takes_precedence_over_the_type_and_the_type_over_the_code(string body, string? header, string expected)
    {
        using var message = new HttpResponseMessage(HttpStatusCode.BadRequest);
        if (header is not null)
        {
            message.Headers.Add("x-amzn-errortype", header);
        }

        Assert.Equal(expected, new AwsJsonProtocol("1.1").ReadError(message, Encoding.UTF8.GetBytes(body)).Code);
    }

    private static (string Code, string? Message) Read(AwsJsonProtocol protocol, string body, string? queryError = null)
    {
        using var message = new HttpResponseMessage(HttpStatusCode.BadRequest);
        if (queryError is not null)
        {
            message.Headers.TryAddWithoutValidation("x-amzn-query-error", queryError);
        }

        var error = protocol.ReadError(message, Encoding.UTF8.GetBytes(body));
        return (error.ReportedCode, error.Message);
    }
}
