using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan;

public sealed class PaginatorPlannerTests
{
    private static readonly Widgets Model = new()
    {
        Input = """ "token": {"shape": "String"}, "marker": {"shape": "Integer"}, "kind": {"shape": "Color"}, "start": {"shape": "Key"}, "must": {"shape": "String"} """,
        RequiredInput = "\"must\"",
        Output = """
            "next": {"shape": "String"}, "mark": {"shape": "Integer"}, "sure": {"shape": "Integer"}, "more": {"shape": "Boolean"}, "page": {"shape": "Page"},
            "items": {"shape": "Items"}, "maybes": {"shape": "Maybes"}, "kinds": {"shape": "Color"}, "last": {"shape": "Key"}
            """.ReplaceLineEndings(" "),
        RequiredOutput = "\"sure\"",
        Shapes = """
            "Color": {"type": "string", "enum": ["A"]},
            "Page": {"type": "structure", "members": {"token": {"shape": "String"}, "items": {"shape": "Items"}}},
            "Key": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Integer"}},
            "Items": {"type": "list", "member": {"shape": "String"}},
            "Maybes": {"type": "list", "member": {"shape": "Integer"}, "sparse": true}
            """,
    };

    [Fact]
    public void Tokens_items_and_the_flag_are_found_by_their_paths()
    {
        var plan = Plan(""" "input_token": "token", "output_token": "page.token", "result_key": "page.items", "more_results": "more" """);

        Assert.Equal([new TokenPlan("Token", "string", "page.Page?.Token") { IsString = true }], plan.Tokens);
        Assert.Equal(("page.More ?? false", "page.Page?.Items", "string"), (plan.HasMore, plan.Items, plan.ItemType));
    }

    [Theory]
    [InlineData(""" "input_token": "token", "output_token": "next" """, null)]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": ["items", "maybes"] """, null)]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": "page" """, null)]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": ["sure", "items", "page"] """, "string")]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": "items" """, "string")]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": "maybes" """, "int?")]
    public void Items_are_given_one_by_one_where_a_page_has_one_list(string paginator, string? itemType) => Assert.Equal(itemType, Plan(paginator).ItemType);

    [Theory]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": "items" """)]
    [InlineData(""" "input_token": "token", "output_token": "page.token", "result_key": "page.items", "more_results": "more" """)]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": "maybes" """)]
    [InlineData(""" "input_token": "marker", "output_token": "mark", "result_key": "items" """)]
    [InlineData(""" "input_token": ["token", "marker"], "output_token": ["next", "mark"], "result_key": "items" """)]
    [InlineData(""" "input_token": "kind", "output_token": "kinds", "result_key": "items" """)]
    [InlineData(""" "input_token": "start", "output_token": "last", "result_key": "items" """)]
    [InlineData(""" "input_token": ["start", "token", "kind"], "output_token": ["last", "next", "kinds"], "result_key": "items" """)]
    public void Every_walk_compiles(string paginator)
    {
        var run = (Model with { Paginators = "\"GetWidget\": {" + paginator + "}" }).Run();

        Assert.Contains("Widgets/WidgetsClientExtensions.Paginators.g.cs", run.HintNames);
    }

    [Theory]
    [InlineData("start", "last", "Start", "new() { [\"a\"] = 1 }", "System.Collections.Generic.Dictionary<string, int>")]
    [InlineData("kind", "kinds", "Kind", "new(\"A\")", "Color")]
    public void Maps_and_enums_lead_from_page_to_page(string input, string output, string request, string value, string type)
    {
        var member = char.ToUpperInvariant(output[0]) + output[1..];
        var test = (Model with
        {
            RequiredInput = "",
            RequiredOutput = "",
            Paginators = $$""" "GetWidget": {"input_token": "{{input}}", "output_token": "{{output}}"} """,
        }).ToTest();
        test.TestState.Sources.Add($$"""
            using System.Threading;
            using System.Threading.Tasks;
            using Acme.Widgets;

            internal sealed class Fake : IWidgetsClient
            {
                private int _calls;

                public bool IsStuck { get; init; }

                public Task<GetWidgetResponse> GetWidgetAsync(GetWidgetRequest request, CancellationToken cancellationToken = default)
                {
                    {{type}} next = {{value}};
                    var isFirst = _calls++ == 0;
                    return Task.FromResult(new GetWidgetResponse { {{member}} = isFirst || IsStuck ? next : null, Mark = request.{{request}} is null ? 0 : 1 });
                }
            }

            internal static class Probe
            {
                public static async Task<string> Walk(bool isStuck)
                {
                    var marks = "";
                    try
                    {
                        await foreach (var page in new Fake { IsStuck = isStuck }.GetWidgetPagesAsync(new GetWidgetRequest()))
                        {
                            marks += page.Mark;
                        }
                    }
                    catch (DataZoneGen.PaginationException)
                    {
                        marks += " stuck";
                    }

                    return marks;
                }

                public static string Both() => Walk(false).GetAwaiter().GetResult() + "|" + Walk(true).GetAwaiter().GetResult();
            }
            """);

        Assert.Equal("01|01 stuck", test.Run().Invoke("Probe", "Both"));
    }

    [Theory]
    [InlineData(""" "input_token": "token" """, "it must have one output token for each input token")]
    [InlineData(""" "input_token": ["token", "marker"], "output_token": "next" """, "it must have one output token for each input token")]
    [InlineData("""  """, "it must have one output token for each input token")]
    [InlineData(""" "input_token": "tokn", "output_token": "next" """, "the input has no member 'tokn'")]
    [InlineData(""" "input_token": "token", "output_token": "nxt" """, "'nxt': GetWidgetResponse has no member 'nxt', at offset 0")]
    [InlineData(""" "input_token": "token", "output_token": "page" """, "'page' does not have the type of 'token'")]
    [InlineData(""" "input_token": "token", "output_token": "mark" """, "'mark' does not have the type of 'token'")]
    [InlineData(""" "input_token": "start", "output_token": "items" """, "'items' does not have the type of 'start'")]
    [InlineData(""" "input_token": "must", "output_token": "next" """, "'must' is required, so the first page cannot be requested")]
    [InlineData(""" "input_token": "marker", "output_token": "sure" """, "'sure' is always present, so no page is the last one")]
    [InlineData(""" "input_token": "token", "output_token": "items[" """, "'items[': expected a number, ':' or '*' but found the end, at offset 6")]
    [InlineData(""" "input_token": "token", "output_token": "next", "more_results": "mor" """, "'mor': GetWidgetResponse has no member 'mor', at offset 0")]
    [InlineData(""" "input_token": "token", "output_token": "next", "more_results": "mark" """, "'mark': it evaluates to a number, which is not a boolean")]
    [InlineData(""" "input_token": "token", "output_token": "next", "result_key": "itms" """, "'itms': GetWidgetResponse has no member 'itms', at offset 0")]
    public void One_that_does_not_fit_the_operation_is_left_out(string paginator, string why)
    {
        var (units, diagnostics) = Reading.Plan((Model with { Paginators = "\"GetWidget\": {" + paginator + "}" }).Files);

        Assert.Equal(["models/widgets/paginators-1.json(1,17): DZG015: The paginator of operation 'GetWidget' is left out: " + why], diagnostics);
        Assert.Empty(units.OfType<PaginatorUnit>());
    }

    private static PaginatorPlan Plan(string paginator)
    {
        var (units, diagnostics) = Reading.Plan((Model with { Paginators = "\"GetWidget\": {" + paginator + "}" }).Files);
        Assert.Empty(diagnostics);
        return Assert.Single(Assert.Single(units.OfType<PaginatorUnit>()).Paginators);
    }
}
