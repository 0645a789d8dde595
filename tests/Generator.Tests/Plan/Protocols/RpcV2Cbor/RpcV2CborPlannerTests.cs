using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan.Protocols.RpcV2Cbor;

public sealed class RpcV2CborPlannerTests
{
    [Fact]
    public void A_request_is_a_POST_of_all_members_to_the_path_of_the_operation() => Assert.Equal(
        "POST /service/Widgets_20240101/operation/GetWidget | rpc-v2-cbor | application/cbor | application/cbor | BF62696461616473697A6503FF | ",
        Send("", """new() { Id = "a", Size = 3 }"""));

    [Fact]
    public void A_service_that_used_the_query_protocol_is_asked_for_its_error_codes() => Assert.Equal(
        "POST /service/Widgets_20240101/operation/GetWidget | rpc-v2-cbor | application/cbor | application/cbor | BFFF | true",
        Send(""", "awsQueryCompatible": {} """, "new()"));

    private static string Send(string metadata, string input) => new ProtocolProbe
    {
        Metadata = """ "protocol": "smithy-rpc-v2-cbor", "targetPrefix": "Widgets_20240101" """ + metadata,
        Headers = ["smithy-protocol", "accept", "content-type"],
        LastHeader = "x-amzn-query-mode",
    }.Send(input);
}
