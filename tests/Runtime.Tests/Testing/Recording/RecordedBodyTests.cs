using System;
using System.Text;
using DataZoneGen.Testing.Core;
using DataZoneGen.Testing.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Recording;

/// <summary>Bodies in a form that people can read, without secrets.</summary>
public sealed class RecordedBodyTests
{
    [Theory]
    [InlineData("application/json", """{"name":"n","list":[{"pin":[1,true,"x",null]}],"other":"o"}""", "json", """{"name":"redacted","list":[{"pin":[0,false,"redacted",null]}],"other":"o"}""")]
    [InlineData("application/x-amz-json-1.1; charset=utf-8", """{"SecretAccessKey":"k","n":1.50}""", "json", """{"SecretAccessKey":"redacted","n":1.50}""")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-8", "Action=Put&Users.member.1.name=a+b&pin.member.2=3&x=%26", "form", """{"Action":"Put","Users.member.1.name":"redacted","pin.member.2":"redacted","x":"\u0026"}""")]
    [InlineData("text/xml", "<r xmlns=\"u\"><name>n</name><pin><member>1</member></pin><o>2</o></r>", "xml", """ "\u003Cr xmlns=\u0022u\u0022\u003E\u003Cname\u003Eredacted\u003C/name\u003E\u003Cpin\u003E\u003Cmember\u003Eredacted\u003C/member\u003E\u003C/pin\u003E\u003Co\u003E2\u003C/o\u003E\u003C/r\u003E" """)]
    [InlineData("text/plain", "a text", "text", "\"a text\"")]
    [InlineData("application/octet-stream", "abc", "base64", "\"YWJj\"")]
    [InlineData(null, "abc", "base64", "\"YWJj\"")]
    [InlineData("application/json", "not JSON: name=n", "text", "\"redacted\"")]
    [InlineData("application/cbor", "x", "text", "\"redacted\"")]
    public void A_body_is_converted_by_its_content_type(string? contentType, string body, string format, string value)
    {
        var recorded = RecordedBody.From(Encoding.UTF8.GetBytes(body), contentType, new SensitiveData(new Operation("name", "pin")));

        Assert.Equal((format, value.Trim()), (recorded.Format, recorded.Value!.ToJsonString()));
    }

    [Fact]
    public void A_sensitive_payload_is_masked_as_a_whole() =>
        Assert.Equal("\"redacted\"", RecordedBody.From("secret"u8, "application/octet-stream", new SensitiveData(new Operation(""))).Value!.ToJsonString());

    [Theory]
    [InlineData("application/json", """{"a":[1,"x"]}""")]
    [InlineData("application/x-www-form-urlencoded", "a=b%26c&d=")]
    [InlineData("application/xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<r> <a/> </r>")]
    [InlineData("text/plain", "a text")]
    [InlineData("image/png", "not really")]
    public void A_body_is_converted_back(string contentType, string body)
    {
        var recorded = RecordedBody.From(Encoding.UTF8.GetBytes(body), contentType, new SensitiveData(new Operation()));

        Assert.Equal(body.Replace("<a/>", "<a />", StringComparison.Ordinal), Encoding.UTF8.GetString(recorded.ToBytes()));
    }

    [Fact]
    public void An_empty_body_has_no_value()
    {
        var recorded = RecordedBody.From([], "application/json", new SensitiveData(new Operation()));

        Assert.Null(recorded.Value);
        Assert.Empty(recorded.ToBytes());
    }

    [Theory]
    [InlineData("x-amz-sso_bearer_token", "redacted")]
    [InlineData("X-Custom-Secret", "redacted")]
    [InlineData("pin", "redacted")]
    [InlineData("x-label", "value")]
    public void Headers_with_secrets_are_masked(string name, string value) => Assert.Equal(value, new SensitiveData(new Operation("pin")).Apply(name, "value"));

    private sealed class Operation : FakeOperation<GetItemRequest, GetItemResponse>
    {
        public Operation(params string[] sensitiveNames)
            : base("Op", "GET", "/") => SensitiveNames = sensitiveNames;

        protected internal override GetItemRequest Read(ref FakeRequestReader request) => new("");

        protected internal override void Write(GetItemResponse value, FakeResponseWriter response)
        {
        }
    }
}
