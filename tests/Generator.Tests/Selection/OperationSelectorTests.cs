using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Selection;

public sealed class OperationSelectorTests
{
    private const string Model = """
        {"metadata": {"serviceId": "Widgets", "protocol": "rest-json"},
         "operations": {"GetWidget": {}, "ListWidgets": {}, "DeleteWidget": {}, "GetGadget": {}}}
        """;

    [Theory]
    [InlineData("GetWidget", "GetWidget")]
    [InlineData("getwidget|LISTWIDGETS", "GetWidget ListWidgets")]
    [InlineData("Get*", "GetGadget GetWidget")]
    [InlineData("*", "DeleteWidget GetGadget GetWidget ListWidgets")]
    [InlineData("*;-Delete*", "GetGadget GetWidget ListWidgets")]
    [InlineData("-DeleteWidget|*", "GetGadget GetWidget ListWidgets")]
    [InlineData("*|-get*|-ListWidgets", "DeleteWidget")]
    public void Selects_by_name_by_wildcard_and_by_exclusion(string operations, string selected) =>
        Assert.Equal(selected, Select(out var diagnostics, Model, operations) + string.Concat(diagnostics));

    [Fact]
    public void A_file_of_the_project_without_a_list_selects_all_of_its_operations() =>
        Assert.Equal("DeleteWidget GetGadget GetWidget ListWidgets", Select(out _, Model, null));

    [Fact]
    public void A_service_of_the_package_without_a_list_selects_nothing()
    {
        var service = Assert.Single(Reading.Services([new ServiceItem("widgets") { Kind = ItemKind.Package }], [new ModelText("m.json", Model)]).Services);
        var (closure, diagnostics) = Reading.Closure(service);

        Assert.Null(closure);
        Assert.Equal(["no location: DZG008: No operation of Widgets is selected, so no client is generated"], diagnostics);
    }

    [Theory]
    [InlineData("GetWidgt", "m.json(1,1): DZG007: 'GetWidgt' matches no operation of Widgets; did you mean 'GetWidget'?")]
    [InlineData("Frobnicate", "m.json(1,1): DZG007: 'Frobnicate' matches no operation of Widgets")]
    [InlineData("Frob*", "m.json(1,1): DZG007: 'Frob*' matches no operation of Widgets")]
    [InlineData("-GetWidgte", "m.json(1,1): DZG007: 'GetWidgte' matches no operation of Widgets; did you mean 'GetWidget'?")]
    [InlineData("$(Ops)", "m.json(1,1): DZG012: The list of operations contains '$(Ops)', which is not an operation name or pattern")]
    public void A_name_that_is_wrong_is_reported_and_the_others_are_selected(string wrong, string diagnostic)
    {
        Assert.Equal("ListWidgets", Select(out var diagnostics, Model, "ListWidgets|" + wrong));
        Assert.Equal([diagnostic], diagnostics);
    }

    [Fact]
    public void Excluding_everything_selects_nothing_and_is_reported()
    {
        Assert.Equal("", Select(out var diagnostics, Model, "*|-*"));
        Assert.Equal(["m.json(1,1): DZG008: No operation of Widgets is selected, so no client is generated"], diagnostics);
    }

    [Fact]
    public void Each_item_selects_from_its_own_files()
    {
        var service = Reading.Service(
            new ModelText("a.json", """{"metadata": {"serviceId": "Widgets", "protocol": "rest-json"}, "operations": {"GetWidget": {}, "GetGadget": {}}}""") { Service = "a", Operations = "GetW*" },
            new ModelText("b.json", """{"operations": {"ListWidgets": {}}}""") { Service = "b" });

        Assert.Equal(["GetWidget", "ListWidgets"], Reading.Closure(service).Closure?.Operations.Select(static o => o.Name));
    }

    [Fact]
    public void Items_of_one_service_each_select_by_their_own_list_and_are_united() => Assert.Equal(
        "GetGadget ListWidgets",
        Select(
            out _,
            new ServiceItem("widgets") { Kind = ItemKind.Package, Include = "Widgets", Operations = "List*; Get*; -GetWidget; -ListWidgets" },
            new ServiceItem("widgets") { Kind = ItemKind.Package, Include = "widgets", Operations = "ListWidgets" }));

    [Fact]
    public void An_item_without_a_list_adds_nothing_to_another_of_a_service_of_the_package() => Assert.Equal(
        "GetWidget",
        Select(
            out _,
            new ServiceItem("widgets") { Kind = ItemKind.Package, Operations = "GetWidget" },
            new ServiceItem("widgets") { Kind = ItemKind.Package }));

    [Fact]
    public void One_model_file_that_two_items_name_gives_what_both_ask_for() => Assert.Equal(
        "DeleteWidget GetGadget",
        Select(
            out _,
            new ServiceItem("widgets") { Include = "m.json", Operations = "GetGadget" },
            new ServiceItem("widgets") { Include = "./m.json", Operations = "DeleteWidget" }));

    [Fact]
    public void A_name_needs_to_be_in_one_of_the_files_that_an_element_matches()
    {
        var (services, _) = Reading.Services(
            [new ServiceItem("a.json") { Operations = "GetWidget" }, new ServiceItem("b.json") { Operations = "GetWidget" }],
            [
                new ModelText("a.json", """{"metadata": {"serviceId": "Widgets", "protocol": "rest-json"}, "operations": {"GetGadget": {}}}""") { Service = "a.json" },
                new ModelText("b.json", """{"metadata": {"serviceId": "Widgets"}, "operations": {"GetWidget": {}}}""") { Service = "b.json" },
            ]);

        var (closure, diagnostics) = Reading.Closure(Assert.Single(services));

        Assert.Empty(diagnostics);
        Assert.Equal("GetWidget", Assert.Single(closure!.Operations).Name);
    }

    [Fact]
    public void An_empty_selection_is_not_reported_in_addition_to_wrong_names()
    {
        Assert.Equal("", Select(out var diagnostics, Model, "GetWidgt"));
        Assert.Equal(["m.json(1,1): DZG007: 'GetWidgt' matches no operation of Widgets; did you mean 'GetWidget'?"], diagnostics);
    }

    private static string Select(out IReadOnlyList<string> diagnostics, params ServiceItem[] items)
    {
        var (services, problems) = Reading.Services(items, [new ModelText("m.json", Model)]);
        Assert.Empty(problems);
        (var closure, diagnostics) = Reading.Closure(Assert.Single(services));
        return string.Join(" ", closure?.Operations.Select(static o => o.Name) ?? []);
    }

    private static string Select(out IReadOnlyList<string> diagnostics, string model, string? operations)
    {
        var service = Reading.Service(new ModelText("m.json", model) { Operations = operations });
        (var closure, diagnostics) = Reading.Closure(service);
        return string.Join(" ", closure?.Operations.Select(static o => o.Name) ?? []);
    }
}
