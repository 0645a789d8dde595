using System.Net;
using System.Net.Http;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols.Xml;

public sealed class XmlErrorTests
{
    public static TheoryData<string> Forms =>
    [
        "<ErrorResponse xmlns='http://x'><Error><Type>Sender</Type><Code>NotFound</Code><Message>m</Message><Resource>r</Resource></Error><RequestId>i</RequestId></ErrorResponse>",
        "\uFEFF<?xml version='1.0'?>\n<Error><Code>NotFound</Code><Message>m</Message><Resource>r</Resource><RequestId>i</RequestId></Error>",
        "<Response><Errors><Error><Code>NotFound</Code><Message>m</Message><Resource>r</Resource></Error><Error><Code>Other</Code><Message>o</Message></Error></Errors><RequestID>i</RequestID></Response>",
        "<p:ErrorResponse><requestId>i</requestId>\n<p:Error><p:message>m</p:message><p:Code><![CDATA[NotFound]]></p:Code><Resource a='1'>r</Resource></p:Error></p:ErrorResponse>",
    ];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Reads_all_forms_of_errors_in_all_protocols(string body)
    {
        foreach (var protocol in new Protocol[] { new AwsQueryProtocol(), new Ec2QueryProtocol(), new RestXmlProtocol() })
        {
            Assert.Equal(("NotFound", "m", "r", "i"), Read(protocol, body));
        }
    }

    [Theory]
    [InlineData("<Error><Code>A</Code><Message/></Error>")]
    [InlineData("<Error><Code>A</Code></Error>")]
    public void An_empty_message_is_none(string body) => Assert.Equal(("A", null), Content(body));

    [Theory]
    [InlineData("<Error/>", null)]
    [InlineData("<ErrorResponse><Error><Code/><Message>m</Message></Error></ErrorResponse>", "m")]
    public void An_error_without_a_code_has_the_status(string body, string? message) => Assert.Equal(("404", message), Content(body));

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "404", "Not Found")]
    [InlineData(HttpStatusCode.ServiceUnavailable, "503", "Service Unavailable")]
    [InlineData(HttpStatusCode.MovedPermanently, "301", "Moved Permanently")]
    public void An_error_without_a_body_has_the_status_and_its_reason(HttpStatusCode status, string code, string message) =>
        Assert.Equal((code, message), Content("", status));

    [Theory]
    [InlineData("upstream is down")]
    [InlineData("{\"message\":\"m\"}")]
    public void A_body_of_another_format_is_the_message(string body) => Assert.Equal(("404", body), Content(body));

    [Theory]
    [InlineData("<html><body>Forbidden</body></html>")]
    [InlineData("<Busy/>")]
    [InlineData("<!DOCTYPE Error [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><Error><Code>&e;</Code></Error>")]
    public void Markup_that_is_no_error_has_the_status_and_its_reason(string body) => Assert.Equal(("404", "Not Found"), Content(body));

    [Theory]
    [InlineData("<Error><Code>A</Code><Message>m</Message><Secret>s</Se", "A", "m")]
    [InlineData("<Error><Secret>s</Secret><Code>A", "404", "Not Found")]
    [InlineData("<Error><Code>A</Code></Error><Error/>", "A", null)]
    public void A_damaged_error_shows_its_code_and_its_message_only(string body, string code, string? message)
    {
        Assert.Equal((code, message), Content(body));
        Assert.Null(Read(new RestXmlProtocol(), body).Resource);
    }

    [Fact]
    public void The_members_are_read_again_without_those_that_cannot_be_read()
    {
        using var message = new HttpResponseMessage(HttpStatusCode.NotFound);
        var protocol = new AwsQueryProtocol();
        var error = protocol.ReadError(message, "<ErrorResponse><Error><Count>x</Count><Resource>r</Resource></Error></ErrorResponse>"u8);
        Assert.Equal("0,Resource", Members(ref error.Xml));
        Assert.Equal(1, protocol.OmitUnreadable(ref error.Readers));
        Assert.Equal("Resource", Members(ref error.Xml));

        static string Members(ref XmlBodyReader xml)
        {
            var names = "";
            while (xml.NextMember(out var name))
            {
                var text = name.ToString();
                names += text == "Count" ? xml.Int32() + "," : text;
                if (text != "Count")
                {
                    xml.Skip();
                }
            }

            return names;
        }
    }

    [Fact]
    public void The_payload_of_an_event_has_the_members_of_the_error()
    {
        using var message = new HttpResponseMessage(HttpStatusCode.OK);
        var error = new RestXmlProtocol().ReadEventError(message, "Broken", text: null, "<Broken><Message>m</Message><Resource>r</Resource></Broken>"u8);

        Assert.Equal(("Broken", "m", "r"), (error.Code, error.Message, Resource(ref error.Xml)));
    }

    [Fact]
    public void The_message_of_an_event_takes_precedence_over_that_of_the_payload()
    {
        using var message = new HttpResponseMessage(HttpStatusCode.OK);
        Assert.Equal("text", new RestXmlProtocol().ReadEventError(message, "Broken", "text", "<Broken><Message>m</Message></Broken>"u8).Message);
        Assert.Null(new RestXmlProtocol().ReadEventError(message, "Broken", text: null, []).Message);
        Assert.Null(new RestXmlProtocol().ReadEventError(message, "Broken", text: null, "<Broken><Message>m</"u8).Message);
    }

    private static (string Code, string? Message) Content(string body, HttpStatusCode status = HttpStatusCode.NotFound)
    {
        using var message = new HttpResponseMessage(status);
        var error = new RestXmlProtocol().ReadError(message, Encoding.UTF8.GetBytes(body));
        return (error.Code, error.Message);
    }

    private static (string Code, string? Message, string? Resource, string? RequestId) Read(Protocol protocol, string body)
    {
        using var message = new HttpResponseMessage(HttpStatusCode.NotFound);
        var error = protocol.ReadError(message, Encoding.UTF8.GetBytes(body));
        return (error.Code, error.Message, Resource(ref error.Xml), error.RequestId);
    }

    private static string? Resource(ref XmlBodyReader xml)
    {
        string? resource = null;
        while (xml.NextMember(out var name))
        {
            if (name.Is("Resource"u8))
            {
                resource = xml.String();
            }
            else
            {
                xml.Skip();
            }
        }

        return resource;
    }
}
