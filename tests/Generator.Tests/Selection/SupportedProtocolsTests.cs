using System.Collections.Generic;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Selection;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Selection;

public sealed class SupportedProtocolsTests
{
    [Theory]
    [InlineData("""["rest-json", "json", "smithy-rpc-v2-cbor"]""", "1.0", nameof(ProtocolKind.RpcV2Cbor))]
    [InlineData("""["query", "rest-json", "json"]""", "1.0", nameof(ProtocolKind.AwsJson10))]
    [InlineData("""["rest-json", "json"]""", "1.1", nameof(ProtocolKind.AwsJson11))]
    [InlineData("""["query", "rest-xml", "rest-json"]""", "1.1", nameof(ProtocolKind.RestJson))]
    [InlineData("""["ec2", "query", "rest-xml"]""", "1.1", nameof(ProtocolKind.RestXml))]
    [InlineData("""["ec2", "query"]""", "1.1", nameof(ProtocolKind.AwsQuery))]
    [InlineData("""["soap", "ec2"]""", "1.1", nameof(ProtocolKind.Ec2Query))]
    public void The_preferred_protocol_of_those_that_are_supported_is_chosen(string protocols, string version, string expected) =>
        Assert.Equal(expected, Choose(protocols, version, protocol: null).Kind.ToString());

    [Theory]
    [InlineData("json", nameof(ProtocolKind.AwsJson11))]
    [InlineData("awsJson1_1", nameof(ProtocolKind.AwsJson11))]
    [InlineData("JSON", nameof(ProtocolKind.AwsJson11))]
    [InlineData("rest-json", nameof(ProtocolKind.RestJson))]
    [InlineData("restJson1", nameof(ProtocolKind.RestJson))]
    [InlineData("rpcv2Cbor", nameof(ProtocolKind.RpcV2Cbor))]
    [InlineData("smithy-rpc-v2-cbor", nameof(ProtocolKind.RpcV2Cbor))]
    public void The_project_selects_a_protocol_by_its_name_in_C2J_or_Smithy(string name, string expected) =>
        Assert.Equal(expected, Choose("""["smithy-rpc-v2-cbor", "json", "rest-json"]""", "1.1", name).Kind.ToString());

    [Theory]
    [InlineData("awsJson1_0", "the model of W lists 'smithy-rpc-v2-cbor, json, soap'")]
    [InlineData("rest-json", "the model of W lists 'smithy-rpc-v2-cbor, json, soap'")]
    [InlineData("soap", "it is not supported yet")]
    public void A_protocol_that_cannot_be_selected_is_reported_and_the_preferred_one_is_used(string name, string reason)
    {
        var diagnostics = new List<DiagnosticInfo>();

        var chosen = Choose("""["smithy-rpc-v2-cbor", "json", "soap"]""", "1.1", name, diagnostics);

        Assert.Equal(ProtocolKind.RpcV2Cbor, chosen.Kind);
        Assert.Equal("'" + name + "' is not a valid value of Protocol: " + reason + "; 'smithy-rpc-v2-cbor' is used", Assert.Single(diagnostics).ToDiagnostic().GetMessage(null));
    }

    private static ServiceProtocol Choose(string protocols, string jsonVersion, string? protocol, List<DiagnosticInfo>? diagnostics = null)
    {
        var metadata = "\"serviceId\": \"W\", \"jsonVersion\": \"" + jsonVersion + "\", \"protocols\": " + protocols;
        var model = "{\"metadata\": {" + metadata + "}, \"operations\": {\"GetWidget\": {}}}";
        var chosen = SupportedProtocols.Choose(Reading.Service(new ModelText("m.json", model) { Protocol = protocol }), diagnostics ?? []);
        return Assert.NotNull(chosen);
    }
}
