using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Model.Files;

public sealed class ServiceMergerTests
{
    private const string Metadata = """{"metadata": {"serviceId": "Widgets", "protocol": "rest-json"}}""";

    [Fact]
    public void Files_of_one_item_make_one_service()
    {
        var service = Reading.Service(
            new ModelText("w/service.json", Metadata),
            new ModelText("w/operations/GetWidget.json", """{"operations": {"GetWidget": {}}, "shapes": {"B": {"type": "string"}}}"""),
            new ModelText("w/shapes/common.json", """{"shapes": {"A": {"type": "string"}}}"""));

        Assert.Equal("Widgets", service.Metadata.ServiceId);
        Assert.Equal(["GetWidget"], service.Operations.Select(static o => o.Name));
        Assert.Equal(["A", "B"], service.Shapes.Select(static s => s.Name));
    }

    [Fact]
    public void The_order_of_files_makes_no_difference()
    {
        ModelText[] files =
        [
            new("w/a.json", """{"operations": {"GetWidget": {}, "AddWidget": {}}}"""),
            new("w/b.json", """{"shapes": {"B": {"type": "string"}, "A": {"type": "string"}}}"""),
            new("w/service.json", Metadata),
        ];

        Assert.Equal(Reading.Service(files), Reading.Service(files.Reverse()));
    }

    [Fact]
    public void The_same_shape_twice_is_one_shape_even_if_the_documentation_differs()
    {
        var service = Reading.Service(
            new ModelText("w/service.json", Metadata),
            new ModelText("w/a.json", """{"shapes": {"S": {"type": "structure", "members": {"m": {"shape": "T", "documentation": "One."}}, "documentation": "One."}}}"""),
            new ModelText("w/b.json", """  {"shapes":  {"S": {"type": "structure", "members": {"m": {"shape": "T", "documentation": "Two."}}, "documentation": "Two."}}}"""));

        Assert.Equal("One.", Assert.Single(service.Shapes).Documentation);
    }

    [Fact]
    public void Two_different_shapes_with_one_name_are_an_error_with_both_locations()
    {
        var (services, diagnostics) = Reading.Services(
            new ModelText("w/service.json", Metadata),
            new ModelText("w/a.json", """{"shapes": {"S": {"type": "string"}}}"""),
            new ModelText("w/b.json", "{\n\"shapes\": {\"S\": {\"type\": \"integer\"}}}"));

        Assert.Equal(["w/b.json(2,12): DZG006: Shape 'S' is defined differently here and at a.json(1,13); the first definition is used"], diagnostics);
        Assert.Equal(Generator.Model.ShapeKind.String, Assert.Single(Assert.Single(services).Shapes).Kind);
    }

    [Fact]
    public void Two_different_shapes_with_one_name_in_one_file_are_an_error_too()
    {
        var (_, diagnostics) = Reading.Services(
            new ModelText("w/service.json", Metadata),
            new ModelText("w/a.json", """{"shapes": {"S": {"type": "string"}, "S": {"type": "integer"}}}"""));

        Assert.Equal(["w/a.json(1,38): DZG006: Shape 'S' is defined differently here and at a.json(1,13); the first definition is used"], diagnostics);
    }

    [Fact]
    public void The_same_operation_twice_is_one_operation()
    {
        var service = Reading.Service(
            new ModelText("w/service.json", Metadata),
            new ModelText("w/a.json", """{"operations": {"GetWidget": {"http": {"method": "GET"}, "documentation": "One."}}}"""),
            new ModelText("w/b.json", """{"operations": {"GetWidget": {"http": {"method": "GET"}}}}"""));

        Assert.Single(service.Operations);
    }

    [Fact]
    public void Two_different_operations_with_one_name_are_an_error_with_both_locations()
    {
        var (services, diagnostics) = Reading.Services(
            new ModelText("w/service.json", Metadata),
            new ModelText("w/a.json", """{"operations": {"GetWidget": {"http": {"method": "GET"}}}}"""),
            new ModelText("w/b.json", """{"operations": {"GetWidget": {"http": {"method": "PUT"}}}}"""));

        Assert.Equal(["w/b.json(1,17): DZG005: Operation 'GetWidget' is defined differently here and at a.json(1,17); the first definition is used"], diagnostics);
        Assert.Equal("GET", Assert.Single(Assert.Single(services).Operations).Method);
    }

    [Fact]
    public void A_file_without_metadata_belongs_to_the_service_of_its_item_before_that_of_its_folder()
    {
        var (services, _) = Reading.Services(
            new ModelText("x/service.json", """{"metadata": {"serviceId": "One"}}""") { Service = "one" },
            new ModelText("y/service.json", """{"metadata": {"serviceId": "Two"}}""") { Service = "two" },
            new ModelText("y/a.json", """{"operations": {"GetWidget": {}}}""") { Service = "one" });

        Assert.Equal(["One: GetWidget", "Two: "], services.Select(static s => s.Metadata.ServiceId + ": " + string.Join(",", s.Operations.Select(static o => o.Name))));
    }

    [Fact]
    public void A_file_without_metadata_belongs_to_the_service_of_its_folder_when_its_item_names_none()
    {
        var service = Reading.Service(
            new ModelText("w/service.json", Metadata) { Service = "w/service.json" },
            new ModelText("w/a.json", """{"operations": {"GetWidget": {}}}""") { Service = "w/a.json" });

        Assert.Single(service.Operations);
    }

    [Fact]
    public void A_file_beside_two_services_belongs_to_neither()
    {
        var (_, diagnostics) = Reading.Services(
            new ModelText("w/one.json", """{"metadata": {"serviceId": "One"}}""") { Service = "one" },
            new ModelText("w/two.json", """{"metadata": {"serviceId": "Two"}}""") { Service = "two" },
            new ModelText("w/a.json", """{"operations": {"GetWidget": {}}}""") { Service = "a" });

        Assert.Equal(["w/a.json(1,1): DZG011: Neither this file nor another file next to it has service metadata; the file is skipped"], diagnostics);
    }

    [Fact]
    public void Service_ids_that_differ_in_case_or_blanks_name_one_service()
    {
        var service = Reading.Service(
            new ModelText("w/a.json", """{"metadata": {"serviceId": "Data Widgets"}}""") { Service = "a" },
            new ModelText("w/b.json", """{"metadata": {"endpointPrefix": "datawidgets"}, "operations": {"GetWidget": {}}}""") { Service = "b" });

        Assert.Equal("Data Widgets", service.Metadata.ServiceId);
        Assert.Single(service.Operations);
    }

    [Theory]
    [InlineData("a.json")]
    [InlineData("z.json")]
    public void A_file_that_extends_a_service_needs_only_its_id(string path)
    {
        var service = Reading.Service(
            new ModelText("w/service.json", """
                {"metadata": {"serviceId": "Widgets", "protocol": "rest-json", "signingName": "w", "endpointPrefix": "e", "apiVersion": "2024-01-01",
                 "serviceFullName": "Acme Widgets", "auth": ["smithy.api#httpBearerAuth"], "uid": "widgets-2024-01-01"}}
                """),
            new ModelText(path, """{"metadata": {"serviceId": "widgets"}, "operations": {"GetWidget": {}}}""") { Service = path });

        Assert.Equal("w/service.json", service.Metadata.SourceLocation.Path);
        Assert.Equal(
            ("Widgets", ServiceProtocol.RestJson, "w", "e", "2024-01-01", "Acme Widgets", AuthScheme.Bearer, "widgets-2024-01-01"),
            (service.Metadata.ServiceId, Assert.Single(service.Metadata.Protocols), service.Metadata.SigningName, service.Metadata.EndpointPrefix, service.Metadata.ApiVersion,
                service.Metadata.ServiceFullName, Assert.Single(service.Metadata.Auth), service.Metadata.Uid));
        Assert.Equal("GetWidget", Assert.Single(service.Operations).Name);
    }

    [Fact]
    public void Metadata_that_is_spread_over_files_is_put_together()
    {
        var service = Reading.Service(
            new ModelText("w/a.json", """{"metadata": {"serviceId": "Widgets", "protocol": "rest-json"}}"""),
            new ModelText("w/b.json", """{"metadata": {"serviceId": "Widgets", "signingName": "w"}}"""));

        Assert.Equal((ServiceProtocol.RestJson, "w"), (Assert.Single(service.Metadata.Protocols), service.Metadata.SigningName));
    }

    [Fact]
    public void Options_at_one_of_the_files_of_an_item_are_those_of_the_item()
    {
        var service = Reading.Service(
            new ModelText("w/a.json", """{"operations": {"GetWidget": {}}}""") { Operations = "Get*" },
            new ModelText("w/service.json", Metadata));

        var request = Assert.Single(service.Requests);
        Assert.Equal(("Get*", "GetWidget"), (request.Item.Operations, Assert.Single(request.Operations)));
    }

    [Fact]
    public void A_malformed_file_is_not_also_reported_as_belonging_to_no_service()
    {
        var (_, diagnostics) = Reading.Services(new ModelText("w/a.json", "{"));

        Assert.StartsWith("w/a.json(1,2): DZG001", Assert.Single(diagnostics), System.StringComparison.Ordinal);
    }
}
