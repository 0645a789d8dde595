using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Protocols.Xml;

public sealed class XmlRequestIdTests
{
    [Theory]
    [InlineData("<R><Result><RequestId>no</RequestId></Result><ResponseMetadata><RequestId>i</RequestId></ResponseMetadata></R>", "i")]
    [InlineData("<R><ResponseMetadata><Other/></ResponseMetadata><RequestId>i</RequestId></R>", "i")]
    [InlineData("<R><requestId>i</requestId></R>", "i")]
    [InlineData("<R><RequestID>i</RequestID></R>", "i")]
    [InlineData("<R/>", null)]
    [InlineData("", null)]
    [InlineData("not XML", null)]
    public void The_body_has_the_request_id_in_the_query_protocols(string body, string? expected)
    {
        Assert.Equal(expected, new AwsQueryProtocol().FindRequestId(Encoding.UTF8.GetBytes(body)));
        Assert.Equal(expected, new Ec2QueryProtocol().FindRequestId(Encoding.UTF8.GetBytes(body)));
    }

    [Fact]
    public void Other_protocols_have_it_in_the_headers_only()
    {
        Assert.Null(new RestXmlProtocol().FindRequestId("<R><RequestId>member</RequestId></R>"u8));
        Assert.Null(RestJsonProtocol.Instance.FindRequestId("{\"RequestId\":\"member\"}"u8));
    }
}
