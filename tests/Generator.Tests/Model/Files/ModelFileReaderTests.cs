using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Files;

public sealed class ModelFileReaderTests
{
    [Fact]
    public void A_service_file_is_known_by_its_metadata()
    {
        var file = Read("""
            {"metadata": {"serviceId": "Widgets", "protocols": ["rest-json"], "endpointPrefix": "w", "apiVersion": "v1", "signingName": "ws", "uid": "w-v1", "serviceFullName": "Acme Widgets"}}
            """);

        var metadata = Assert.IsType<ServiceMetadata>(file.Metadata);
        Assert.Equal(("Widgets", "w", "v1", "ws", "w-v1", "Acme Widgets"), (metadata.ServiceId, metadata.EndpointPrefix, metadata.ApiVersion, metadata.SigningName, metadata.Uid, metadata.ServiceFullName));
        Assert.Equal([ServiceProtocol.RestJson], metadata.Protocols);
    }

    [Fact]
    public void An_operation_file_is_known_by_its_operations() =>
        Assert.Equal(["GetWidget"], Read("""{"operations": {"GetWidget": {}}}""").Operations.Select(static o => o.Name));

    [Fact]
    public void A_file_of_shapes_is_known_by_them() =>
        Assert.Equal(["Size"], Read("""{"shapes": {"Size": {"type": "integer"}}}""").Shapes.Select(static s => s.Name));

    [Fact]
    public void A_paginators_file_is_known_by_its_pagination()
    {
        var paginator = Assert.Single(Read("""
            {"pagination": {"ListWidgets": {"input_token": "a", "output_token": ["b", "c.d"], "result_key": "items", "more_results": "more", "limit_key": "max"}}}
            """).Paginators);

        Assert.Equal(("ListWidgets", "more"), (paginator.Operation, paginator.MoreResults));
        Assert.Equal(["a"], paginator.InputTokens);
        Assert.Equal(["b", "c.d"], paginator.OutputTokens);
        Assert.Equal(["items"], paginator.ResultKeys);
    }

    [Fact]
    public void A_waiters_file_is_known_by_its_waiters()
    {
        var waiter = Assert.Single(Read("""
            {"version": 2, "waiters": {"WidgetReady": {"operation": "GetWidget", "delay": 5, "maxAttempts": 10, "acceptors": [
              {"matcher": "path", "argument": "status", "expected": "READY", "state": "success"},
              {"matcher": "status", "expected": 404, "state": "retry"},
              {"matcher": "error", "expected": true, "state": "failure"}]}}}
            """).Waiters);

        Assert.Equal(("WidgetReady", "GetWidget", 5, 10), (waiter.Name, waiter.Operation, waiter.Delay, waiter.MaxAttempts));
        Assert.Equal([ExpectedKind.String, ExpectedKind.Number, ExpectedKind.Boolean], waiter.Acceptors.Select(static a => a.Expected.Kind));
        Assert.Equal(["READY", "404", "true"], waiter.Acceptors.Select(static a => a.Expected.Text));
    }

    [Fact]
    public void A_file_of_endpoint_rules_is_known_by_rules_and_parameters()
    {
        var rules = Read(Widgets.EndpointRules).EndpointRules;

        Assert.NotNull(rules);
        Assert.False(rules.IsInvalid);
        Assert.Equal([new EndpointParameter("Region", EndpointParameterType.String, "AWS::Region")], rules.Parameters);
        Assert.Equal(2, rules.Rules.Count);
    }

    [Theory]
    [InlineData("""{}""", "model.json(1,1): DZG002: This file contains no service model, paginators, waiters or endpoint rules: it is empty")]
    [InlineData("""[1]""", "model.json(1,1): DZG002: This file contains no service model, paginators, waiters or endpoint rules: the root is an array")]
    [InlineData("""  "x" """, "model.json(1,3): DZG002: This file contains no service model, paginators, waiters or endpoint rules: the root is a string")]
    [InlineData("""{"a": 1, "b": 2}""", "model.json(1,1): DZG002: This file contains no service model, paginators, waiters or endpoint rules: its members are 'a', 'b'")]
    [InlineData("""{"rules": []}""", "model.json(1,1): DZG002: This file contains no service model, paginators, waiters or endpoint rules: its members are 'rules'")]
    public void A_file_of_another_kind_is_reported_with_what_it_holds(string text, string expected) =>
        Assert.Equal([expected], Reading.Describe(Read(text).Diagnostics));

    [Fact]
    public void Text_that_is_not_JSON_is_reported_at_the_position_of_the_error() =>
        Assert.Equal(
            ["model.json(2,13): DZG001: The model file is not well-formed JSON: expected a value but found '}'"],
            Reading.Describe(Read("{\n  \"shapes\": }").Diagnostics));

    [Fact]
    public void The_endpoint_prefix_is_in_for_a_missing_service_id() =>
        Assert.Equal("widgets", Read("""{"metadata": {"endpointPrefix": "widgets"}}""").Metadata?.ServiceId);

    [Fact]
    public void Explicit_null_counts_as_absent()
    {
        var file = Read("""{"metadata": {"serviceId": "W", "protocol": null, "protocols": null}, "operations": null, "shapes": {"S": {"type": "string", "documentation": null, "enum": null}}}""");

        Assert.Empty(file.Diagnostics);
        Assert.Single(file.Shapes);
    }

    private static ModelFile Read(string text) => Reading.File(text);
}
