using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Model;

/// <summary>A file with extras is deeply merged into the other files of its service.</summary>
public sealed class ModelExtrasTests
{
    private const string Path = "models/widgets/service-2.sdk-extras.json";

    private static Widgets Widgets { get; } = new()
    {
        Input = """ "id": {"shape": "String", "location": "uri", "locationName": "id"}, "size": {"shape": "Size", "documentation": "How big."} """,
        RequiredInput = "\"id\"",
        Uri = "/widgets/{id}",
        Errors = """{"shape": "Busy"}""",
        Shapes = """
            "Size": {"type": "string", "enum": ["S", "L"], "min": 1, "max": 2, "sensitive": true},
            "Sizes": {"type": "list", "member": {"shape": "Size", "locationName": "item"}},
            "Busy": {"type": "structure", "members": {}, "error": {"code": "Wait", "httpStatusCode": 429}, "exception": true, "retryable": {"throttling": true}}
            """,
        Paginators = """ "GetWidget": {"input_token": "a", "output_token": "b", "result_key": "items"} """,
        Waiters = """
            "WidgetReady": {"operation": "GetWidget", "delay": 5, "maxAttempts": 10, "acceptors": [{"matcher": "status", "expected": 200, "state": "success"}]}
            """,
    };

    [Fact]
    public void Fields_of_a_paginator_are_replaced_and_the_others_stay()
    {
        var paginator = Assert.Single(Merge(""" "pagination": {"GetWidget": {"output_token": ["c", "d"], "more_results": "more", "non_aggregate_keys": ["total"]}} """).Paginators);

        Assert.Equal(["a"], paginator.InputTokens);
        Assert.Equal(["c", "d"], paginator.OutputTokens);
        Assert.Equal(["items"], paginator.ResultKeys);
        Assert.Equal("more", paginator.MoreResults);
    }

    [Fact]
    public void A_shape_may_become_another_type_and_keeps_the_rest()
    {
        var shape = Shape("Size", """ "shapes": {"Size": {"type": "timestamp", "max": 3}} """);

        Assert.Equal((ShapeKind.Timestamp, true, new Constraints("1", "3", null)), (shape.Kind, shape.IsSensitive, shape.Constraints));
        Assert.Empty(shape.EnumValues);
    }

    [Fact]
    public void Lists_of_values_are_replaced_as_a_whole() =>
        Assert.Equal(["M"], Shape("Size", """ "shapes": {"Size": {"enum": ["M"]}} """).EnumValues);

    [Fact]
    public void Documentation_of_values_is_replaced_as_a_whole() => Assert.Equal(
        [new EnumValueDocumentation("M", "Medium.")],
        Shape("Size", """ "shapes": {"Size": {"enumDocumentation": {"M": "Medium."}}} """).EnumDocumentation);

    [Fact]
    public void Members_are_merged_one_by_one()
    {
        var members = Shape("GetWidgetInput", """
            "shapes": {"GetWidgetInput": {"members": {
              "size": {"location": "querystring", "locationName": "s"},
              "color": {"shape": "String"}}}}
            """).Members;

        Assert.Equal(["id", "size", "color"], members.Select(static m => m.Name));
        Assert.Equal([(MemberLocation.Uri, "id"), (MemberLocation.Query, "s"), (MemberLocation.Body, null)], members.Select(static m => (m.Location, m.LocationName)));
        Assert.Equal(("Size", "How big."), (members[1].Shape, members[1].Documentation));
        Assert.Equal([true, false, false], members.Select(static m => m.IsRequired));
    }

    [Fact]
    public void A_list_of_required_members_counts_for_all_of_them() => Assert.Equal(
        [false, true],
        Shape("GetWidgetInput", """ "shapes": {"GetWidgetInput": {"required": ["size"]}} """).Members.Select(static m => m.IsRequired));

    [Fact]
    public void Elements_are_merged_as_members_are()
    {
        var element = Shape("Sizes", """ "shapes": {"Sizes": {"member": {"shape": "String"}}} """).Element;

        Assert.Equal(("String", "item"), (element?.Shape, element?.LocationName));
    }

    [Fact]
    public void Errors_and_deprecations_are_merged_too()
    {
        var shape = Shape("Busy", """ "shapes": {"Busy": {"error": {"httpStatusCode": 503}, "deprecated": true, "deprecatedMessage": "No."}} """);

        Assert.Equal(new ErrorTrait("Wait", 503, IsRetryable: true, IsThrottling: true), shape.Error);
        Assert.Equal(new Deprecation("No.", null), shape.Deprecation);
    }

    [Fact]
    public void Operations_are_merged()
    {
        var operation = Assert.Single(Merge(""" "operations": {"GetWidget": {"http": {"method": "GET"}, "errors": [], "authtype": "none"}} """).Operations);

        Assert.Equal(("GET", UriTemplate.Parse("/widgets/{id}"), "GetWidgetInput"), (operation.Method, operation.Uri, operation.Input));
        Assert.Equal([AuthScheme.None], operation.Auth);
        Assert.Empty(operation.Errors);
    }

    [Fact]
    public void Metadata_are_merged()
    {
        var metadata = Merge(""" "metadata": {"signingName": "w"} """).Metadata;

        Assert.Equal(("Widgets", "widgets", "w", "2024-01-01"), (metadata.ServiceId, metadata.EndpointPrefix, metadata.SigningName, metadata.ApiVersion));
        Assert.Equal([ServiceProtocol.RestJson], metadata.Protocols);
    }

    [Fact]
    public void Waiters_are_merged()
    {
        var waiter = Assert.Single(Merge(""" "waiters": {"WidgetReady": {"delay": 7}} """).Waiters);

        Assert.Equal(("GetWidget", 7, 10, 1), (waiter.Operation, waiter.Delay, waiter.MaxAttempts, waiter.Acceptors.Count));
    }

    [Fact]
    public void Definitions_that_are_complete_are_added_in_their_place()
    {
        var service = Merge("""
            "shapes": {"Color": {"type": "string"}}, "pagination": {"AWidget": {"input_token": "a", "output_token": "b"}}
            """);

        Assert.Contains("Color", service.Shapes.Select(static s => s.Name));
        Assert.Equal(service.Shapes.Select(static s => s.Name).Order(System.StringComparer.Ordinal), service.Shapes.Select(static s => s.Name));
        Assert.Equal(["AWidget", "GetWidget"], service.Paginators.Select(static p => p.Operation));
    }

    [Fact]
    public void A_change_of_a_missing_definition_is_ignored() => Assert.Equal(
        Merge(""),
        Merge("""
            "shapes": {"Gone": {"max": 1}}, "operations": {"Gone": {"http": {"method": "GET"}}}, "pagination": {"Gone": {"non_aggregate_keys": ["a"]}},
            "waiters": {"Gone": {"delay": 1}}, "elsewhere": {"Gone": 1}
            """));

    [Fact]
    public void Several_files_are_merged_in_the_order_of_their_paths() => Assert.Equal(
        ("2", "3"),
        Reading.Service([
                .. Widgets.Files,
                Extras(""" "shapes": {"Size": {"min": 3, "max": 3}} """) with { Path = "models/widgets/b.json" },
                Extras(""" "shapes": {"Size": {"min": 1, "max": 1}} """) with { Path = "models/widgets/a.json" },
                Extras(""" "shapes": {"Size": {"min": 2}} """) with { Path = "models/widgets/c.json" }])
            .Shapes.Where(static s => s.Name == "Size").Select(static s => (s.Constraints.Min, s.Constraints.Max)).Single());

    [Fact]
    public void Extras_also_change_a_Smithy_service()
    {
        var model = new SmithyWidgets { OperationTraits = """ "smithy.api#paginated": {"inputToken": "a", "outputToken": "b"} """ };

        var paginator = Assert.Single(Reading.Service(model.File, Extras(""" "pagination": {"GetWidget": {"result_key": "items"}} """)).Paginators);

        Assert.Equal(["a"], paginator.InputTokens);
        Assert.Equal(["items"], paginator.ResultKeys);
    }

    [Fact]
    public void Problems_of_extras_are_reported_there_and_make_the_changed_definition_invalid()
    {
        var (services, diagnostics) = Reading.Services([.. Widgets.Files, new ModelText(Path, "{\"version\": 1.0,\n \"merge\": {\"shapes\": {\"Size\": {\"max\": \"3\"}}}}")]);

        Assert.Equal([Path + "(2,39): DZG003: 'max' must be a number, but is a string"], diagnostics);
        Assert.True(services.Single().Shapes.Single(static s => s.Name == "Size").IsInvalid);
    }

    [Fact]
    public void What_is_merged_must_be_an_object() => Assert.Equal(
        ["model.json(1,11): DZG003: 'merge' must be an object, but is an array"],
        Reading.Describe(Reading.File("""{"merge": []}""").Diagnostics));

    [Fact]
    public void Extras_of_no_service_are_reported_as_any_file_of_none() => Assert.Equal(
        [Path + "(1,1): DZG011: Neither this file nor another file next to it has service metadata; the file is skipped"],
        Reading.Services(Extras("")).Diagnostics);

    [Fact]
    public void Files_that_say_the_same_are_equal()
    {
        Assert.Equal(Reading.File(Extras("")), Reading.File(Extras("")));
        Assert.NotEqual(Reading.File(Extras("")), Reading.File(Extras(""" "shapes": {} """)));
    }

    private static ServiceModel Merge(string merge) => Reading.Service([.. Widgets.Files, Extras(merge)]);

    private static Shape Shape(string name, string merge) => Merge(merge).Shapes.Single(shape => shape.Name == name);

    private static ModelText Extras(string merge) => new(Path, "{\"version\": 1.0, \"merge\": {" + merge + "}}");
}
