using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan.Protocols.AwsJson;

public sealed class AwsJsonPlannerTests
{
    [Fact]
    public void A_request_is_a_POST_of_all_members_with_the_target_in_a_header() => Assert.Equal(
        """POST / | Widgets_20240101.GetWidget | application/x-amz-json-1.1 | {"id":"a","size":3} | """,
        Send(""", "jsonVersion": "1.1" """, """new() { Id = "a", Size = 3 }"""));

    [Fact]
    public void An_input_without_values_is_an_empty_object() => Assert.Equal(
        "POST / | Widgets_20240101.GetWidget | application/x-amz-json-1.0 | {} | ",
        Send(""", "jsonVersion": "1.0" """, "new()"));

    [Fact]
    public void A_service_that_used_the_query_protocol_is_asked_for_its_error_codes() => Assert.Equal(
        "POST / | Widgets_20240101.GetWidget | application/x-amz-json-1.0 | {} | true",
        Send(""", "jsonVersion": "1.0", "awsQueryCompatible": {} """, "new()"));

    private static string Send(string metadata, string input) => new ProtocolProbe
    {
        Metadata = """ "protocol": "json", "targetPrefix": "Widgets_20240101" """ + metadata,
        Headers = ["x-amz-target", "content-type"],
        LastHeader = "x-amzn-query-mode",
    }.Send(input);
}
