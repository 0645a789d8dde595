using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Selection;

public sealed class ClosureBuilderTests
{
    [Fact]
    public void Holds_the_shapes_that_selected_operations_reach_and_no_others()
    {
        var (closure, diagnostics) = Build("GetWidget", """
            {"metadata": {"serviceId": "Widgets", "protocol": "rest-json"},
             "operations": {
               "GetWidget": {"input": {"shape": "In"}, "output": {"shape": "Out"}, "errors": [{"shape": "NotFound"}]},
               "ListWidgets": {"output": {"shape": "Unreached"}}},
             "shapes": {
               "In": {"type": "structure", "members": {"id": {"shape": "Id"}}},
               "Out": {"type": "structure", "members": {"parts": {"shape": "Parts"}, "tags": {"shape": "Tags"}}},
               "NotFound": {"type": "structure", "members": {"what": {"shape": "What"}}, "exception": true},
               "Parts": {"type": "list", "member": {"shape": "Part"}},
               "Part": {"type": "structure", "members": {"parts": {"shape": "Parts"}}},
               "Tags": {"type": "map", "key": {"shape": "TagKey"}, "value": {"shape": "TagValue"}},
               "Id": {"type": "string"}, "What": {"type": "string"}, "TagKey": {"type": "string"}, "TagValue": {"type": "string"},
               "Unreached": {"type": "structure", "members": {"too": {"shape": "Too"}}}, "Too": {"type": "string"}}}
            """);

        Assert.Empty(diagnostics);
        Assert.Equal("Id In NotFound Out Part Parts TagKey TagValue Tags What", string.Join(" ", closure!.Shapes.Select(static s => s.Name)));
    }

    [Fact]
    public void Holds_the_paginators_and_waiters_of_selected_operations_and_no_others()
    {
        var service = Reading.Service(
            new ModelText("m/service.json", """{"metadata": {"serviceId": "Widgets", "protocol": "rest-json"}, "operations": {"ListA": {}, "ListB": {}}}""") { Operations = "ListA" },
            new ModelText("m/paginators.json", """{"pagination": {"ListA": {}, "ListB": {}}}""") { Operations = "ListA" },
            new ModelText("m/waiters.json", """{"waiters": {"ADone": {"operation": "ListA"}, "BDone": {"operation": "ListB"}}}""") { Operations = "ListA" });

        var closure = Reading.Closure(service).Closure!;

        Assert.Equal(["ListA"], closure.Paginators.Select(static p => p.Operation));
        Assert.Equal(["ADone"], closure.Waiters.Select(static w => w.Name));
    }

    [Fact]
    public void An_edit_outside_of_it_leaves_it_equal()
    {
        const string Before = """
            {"metadata": {"serviceId": "Widgets", "protocol": "rest-json"},
             "operations": {"GetWidget": {"output": {"shape": "Out"}}, "ListWidgets": {"output": {"shape": "Unreached"}}},
             "shapes": {"Out": {"type": "structure", "members": {}}, "Unreached": {"type": "structure", "members": {}}}}
            """;

        Assert.Equal(
            Build("GetWidget", Before).Closure,
            Build("GetWidget", Before.Replace("\"Unreached\": {\"type\": \"structure\"", "\"Unreached\": {\"type\": \"structure\", \"sensitive\": true", System.StringComparison.Ordinal)).Closure);
    }

    [Fact]
    public void A_missing_shape_leaves_out_its_operation_with_a_hint_at_the_reference()
    {
        var (closure, diagnostics) = Build("*", """
            {"metadata": {"serviceId": "Widgets", "protocol": "rest-json"},
             "operations": {"GetWidget": {"output": {"shape": "Out"}}, "ListWidgets": {}},
             "shapes": {"Out": {"type": "structure", "members": {
               "part": {"shape": "Prat"}}}, "Part": {"type": "string"}}}
            """);

        Assert.Equal(["m.json(4,4): DZG004: Shape 'Prat' is not defined; operation 'GetWidget' is left out; did you mean 'Part'?"], diagnostics);
        Assert.Equal("ListWidgets", Assert.Single(closure!.Operations).Name);
    }

    [Fact]
    public void A_shape_that_could_not_be_read_leaves_out_the_operations_that_need_it()
    {
        var (services, problems) = Reading.Services(new ModelText("m.json", """
            {"metadata": {"serviceId": "Widgets", "protocol": "rest-json"},
             "operations": {"GetWidget": {"output": {"shape": "Out"}}, "ListWidgets": {}},
             "shapes": {"Out": {"type": "structure", "members": {"size": {"shape": "Size"}}},
               "Size": {"type": "integre"}}}
            """));

        var (closure, diagnostics) = Reading.Closure(Assert.Single(services));

        Assert.Single(problems);
        Assert.Equal(["m.json(2,17): DZG010: Operation 'GetWidget' is left out: shape 'Size' at m.json(4,4) is invalid"], diagnostics);
        Assert.Equal("ListWidgets", Assert.Single(closure!.Operations).Name);
    }

    [Fact]
    public void A_protocol_that_is_not_supported_gives_nothing()
    {
        var (closure, diagnostics) = Build("*", """{"metadata": {"serviceId": "Widgets", "protocol": "soap"}, "operations": {"GetWidget": {}}}""");

        Assert.Null(closure);
        Assert.Equal(["m.json(1,14): DZG009: Widgets uses the protocol 'soap'; the supported protocols are smithy-rpc-v2-cbor, json, rest-json, rest-xml, query, ec2, so no client is generated"], diagnostics);
    }

    [Fact]
    public void One_supported_protocol_among_several_is_enough() =>
        Assert.NotNull(Build("*", """{"metadata": {"serviceId": "W", "protocols": ["smithy-rpc-v2-cbor", "rest-json"]}, "operations": {"GetWidget": {}}}""").Closure);

    [Theory]
    [InlineData(null, null, "Acme.DataWidgets", true)]
    [InlineData("Acme.W", "Internal", "Acme.W", false)]
    [InlineData(null, "internal", "Acme.DataWidgets", false)]
    [InlineData(null, "PUBLIC", "Acme.DataWidgets", true)]
    public void Namespace_and_access_follow_the_item(string? ns, string? access, string expectedNamespace, bool isPublic)
    {
        var service = Reading.Service(new ModelText("m.json", """{"metadata": {"serviceId": "Data Widgets", "protocol": "rest-json"}, "operations": {"GetWidget": {}}}""")
        {
            Namespace = ns,
            Access = access,
        });

        var closure = Reading.Closure(service).Closure!;

        Assert.Equal((expectedNamespace, isPublic), (closure.Namespace, closure.IsPublic));
    }

    private static (Generator.Selection.Closure? Closure, System.Collections.Generic.IReadOnlyList<string> Diagnostics) Build(string operations, string model) =>
        Reading.Closure(Reading.Service(new ModelText("m.json", model) { Operations = operations }));
}
