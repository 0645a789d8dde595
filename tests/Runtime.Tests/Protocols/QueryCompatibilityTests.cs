using System.Formats.Cbor;
using System.Net;
using System.Net.Http;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols;

public sealed class QueryCompatibilityTests
{
    private const string Name = "QueueDoesNotExist";

    public static TheoryData<string> Formats => ["json", "cbor"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_name_in_the_body_determines_the_exception_and_the_header_the_code(string format)
    {
        using var message = Message("AWS.SimpleQueueService.NonExistentQueue;Sender");
        AssertError(Name, "AWS.SimpleQueueService.NonExistentQueue", Protocol(format, true).ReadError(message, Body(format, "com.amazonaws.sqs#" + Name)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Without_a_name_in_the_body_the_header_determines_both(string format)
    {
        using var message = Message("NonExistentQueue;Sender");
        AssertError("NonExistentQueue", "NonExistentQueue", Protocol(format, true).ReadError(message, Body(format, null)));
    }

    [Theory]
    [InlineData("json", "NonExistentQueue")]
    [InlineData("json", ";Sender")]
    [InlineData("cbor", "NonExistentQueue")]
    [InlineData("cbor", ";Sender")]
    public void A_header_without_code_or_fault_is_ignored(string format, string header)
    {
        using var message = Message(header);
        AssertError(Name, Name, Protocol(format, true).ReadError(message, Body(format, Name)));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Other_services_ignore_the_header(string format)
    {
        using var message = Message("NonExistentQueue;Sender");
        AssertError(Name, Name, Protocol(format, false).ReadError(message, Body(format, Name)));
    }

    private static Protocol Protocol(string format, bool isQueryCompatible) =>
        format == "json" ? new AwsJsonProtocol("1.0", isQueryCompatible) : new RpcV2CborProtocol(isQueryCompatible);

    private static HttpResponseMessage Message(string queryError) => new(HttpStatusCode.BadRequest) { Headers = { { "x-amzn-query-error", queryError } } };

    private static byte[] Body(string format, string? type)
    {
        if (format == "json")
        {
            return Encoding.UTF8.GetBytes(type is null ? "{}" : $$"""{"__type":"{{type}}"}""");
        }

        var writer = new CborWriter();
        writer.WriteStartMap(null);
        if (type is not null)
        {
            writer.WriteTextString("__type");
            writer.WriteTextString(type);
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    private static void AssertError(string name, string code, ErrorReader error)
    {
        Assert.Equal(name, error.Code);
        Assert.Equal(code, error.ReportedCode);
    }
}
