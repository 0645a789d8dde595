using System.Linq;
using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan;

/// <summary>Names of a model that C# could not take as they are: what is generated compiles all the same, and the change is told.</summary>
public sealed class NameTests
{
    [Fact]
    public void A_member_named_like_its_type_is_renamed()
    {
        var run = Run(
            new Widgets { Output = """ "part": {"shape": "Part"} """, Shapes = """ "Part": {"type": "structure", "members": {"part": {"shape": "String"}}} """ },
            "\"part\": {\"shape\": \"String", "Part.part", "PartValue", "Part");

        Assert.Equal("string?", run.TypeOf("Acme.Widgets.Part", "PartValue"));
    }

    [Theory]
    [InlineData("clone", "Clone")]
    [InlineData("equals", "Equals")]
    [InlineData("toString", "ToString")]
    [InlineData("metadata", "Metadata")]
    public void A_member_named_like_one_that_every_response_has_is_renamed(string member, string taken)
    {
        var run = Run(new Widgets { Output = "\"" + member + "\": {\"shape\": \"String\"}" }, "\"" + member + "\": {\"shape", "GetWidgetOutput." + member, taken + "Value", taken);

        Assert.Equal("string?", run.TypeOf("Acme.Widgets.GetWidgetResponse", taken + "Value"));
    }

    [Fact]
    public void Two_members_that_become_one_name_are_told_apart()
    {
        var run = Run(
            new Widgets { Input = """ "the-size": {"shape": "String"}, "theSize": {"shape": "String"} """ },
            "\"theSize\"", "GetWidgetInput.theSize", "TheSizeValue", "TheSize");

        Assert.Equal("string?", run.TypeOf("Acme.Widgets.GetWidgetRequest", "TheSize"));
        Assert.Equal("string?", run.TypeOf("Acme.Widgets.GetWidgetRequest", "TheSizeValue"));
    }

    [Theory]
    [InlineData("WidgetsClient")]
    [InlineData("IWidgetsClient")]
    [InlineData("WidgetsClientExtensions")]
    [InlineData("WidgetsClientOptions")]
    [InlineData("WidgetsService")]
    [InlineData("WidgetsEndpoints")]
    [InlineData("WidgetsException")]
    [InlineData("GetWidgetRequest")]
    [InlineData("GetWidgetResponse")]
    [InlineData("GetWidgetOperation")]
    public void A_shape_named_like_a_type_of_the_client_gives_way(string shape)
    {
        var run = Run(
            new Widgets { Output = "\"a\": {\"shape\": \"" + shape + "\"}", Shapes = "\"" + shape + "\": {\"type\": \"structure\", \"members\": {\"x\": {\"shape\": \"String\"}}}" },
            "\"" + shape + "\": {", shape, shape + "Shape", shape);

        Assert.Equal(shape + "Shape?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "A"));
    }

    [Fact]
    public void A_shape_may_be_named_like_an_operation()
    {
        var run = new Widgets
        {
            Output = """ "a": {"shape": "GetWidget"} """,
            Shapes = """ "GetWidget": {"type": "structure", "members": {"x": {"shape": "String"}}} """,
        }.Run();

        Assert.Equal("GetWidget?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "A"));
    }

    [Fact]
    public void A_list_may_be_named_like_an_operation()
    {
        var run = new Widgets
        {
            Output = """ "a": {"shape": "GetWidget"} """,
            Shapes = """ "GetWidget": {"type": "list", "member": {"shape": "String"}} """,
        }.Run();

        Assert.Equal("IReadOnlyList<string>?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "A"));
    }

    [Fact]
    public void Shapes_that_differ_in_case_alone_are_told_apart_for_file_systems_and_for_the_compiler()
    {
        var run = Run(
            new Widgets
            {
                Output = """ "a": {"shape": "URL"}, "b": {"shape": "Url"} """,
                Shapes = """
                    "URL": {"type": "structure", "members": {"x": {"shape": "String"}}},
                    "Url": {"type": "structure", "members": {"x": {"shape": "String"}}}
                    """,
            },
            "\"Url\": {", "Url", "UrlShape", "Url");

        Assert.Equal("URL?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "A"));
        Assert.Equal("UrlShape?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "B"));
    }

    [Fact]
    public void A_shape_that_becomes_no_type_takes_no_name_away()
    {
        var run = new Widgets
        {
            Output = """ "a": {"shape": "Part"}, "b": {"shape": "part"} """,
            Shapes = """ "part": {"type": "structure", "members": {"x": {"shape": "String"}}}, "Part": {"type": "string"} """,
        }.Run();

        Assert.Equal("Part?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "B"));
    }

    [Theory]
    [InlineData("String")]
    [InlineData("DateTimeOffset")]
    [InlineData("Task")]
    [InlineData("CancellationToken")]
    [InlineData("System")]
    [InlineData("DataZoneGen")]
    [InlineData("Acme")]
    [InlineData("Widgets")]
    [InlineData("Exception")]
    [InlineData("Enumerable")]
    [InlineData("List")]
    [InlineData("Request")]
    [InlineData("class")]
    [InlineData("record")]
    [InlineData("Value")]
    [InlineData("Kind")]
    [InlineData("Kinds")]
    [InlineData("IsKnown")]
    [InlineData("Unknown")]
    [InlineData("Equals")]
    [InlineData("ToString")]
    [InlineData("Clone")]
    [InlineData("EqualityContract")]
    [InlineData("PrintMembers")]
    [InlineData("Metadata")]
    [InlineData("42")]
    [InlineData("-")]
    public void A_shape_of_any_name_compiles_as_structure_enumeration_union_error_list_and_map(string shape)
    {
        foreach (var definition in new[]
        {
            """{"type": "structure", "members": {"x": {"shape": "Text"}, "y": {"shape": "Time"}}}""",
            """{"type": "string", "enum": ["A", "B"]}""",
            """{"type": "structure", "members": {"x": {"shape": "Text"}, "y": {"shape": "Time"}}, "union": true}""",
            """{"type": "list", "member": {"shape": "Time"}}""",
            """{"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Time"}}""",
        })
        {
            var member = "\"a\": {\"shape\": \"" + shape + "\"}, \"b\": {\"shape\": \"Time\"}";
            Compiles(new Widgets { Input = member, Output = member, RequiredOutput = "\"a\"", CommonShapes = Definitions(shape, definition) });
        }

        Compiles(new Widgets
        {
            Errors = "{\"shape\": \"" + shape + "\"}",
            CommonShapes = Definitions(shape, """{"type": "structure", "members": {"message": {"shape": "Text"}, "y": {"shape": "Time"}}, "exception": true}"""),
        });
    }

    [Theory]
    [InlineData("json")]
    [InlineData("name")]
    [InlineData("item")]
    [InlineData("entry")]
    [InlineData("value")]
    [InlineData("request")]
    [InlineData("response")]
    [InlineData("input")]
    [InlineData("error")]
    [InlineData("client")]
    [InlineData("options")]
    [InlineData("cancellationToken")]
    [InlineData("key")]
    [InlineData("builder")]
    [InlineData("variant")]
    [InlineData("page")]
    [InlineData("token")]
    [InlineData("parameters")]
    [InlineData("class")]
    [InlineData("await")]
    [InlineData("global")]
    [InlineData("nameof")]
    [InlineData("Message")]
    [InlineData("Data")]
    [InlineData("StatusCode")]
    [InlineData("1")]
    public void A_member_of_any_name_compiles_wherever_it_stands(string member)
    {
        var wire = "\"" + member + "\": {\"shape\": \"Part\"}";
        var text = "\"" + member + "\": {\"shape\": \"String\"}";
        const string More = """
            , "strings": {"shape": "Strings", "location": "querystring", "locationName": "s"}, "map": {"shape": "Map", "location": "headers", "locationName": "x-"}
            """;
        var shapes = """
            "Strings": {"type": "list", "member": {"shape": "String"}},
            "Map": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
            "Part": {"type": "structure", "members": {PART, "strings": {"shape": "Strings"}}},
            "Choice": {"type": "structure", "members": {PART, "strings": {"shape": "Strings"}}, "union": true},
            "Oops": {"type": "structure", "members": {PART}, "exception": true}
            """.Replace("PART", text, System.StringComparison.Ordinal);
        const string Choice = """, "choice": {"shape": "Choice"} """;
        Compiles(new Widgets { Input = wire + More + Choice, Output = wire + Choice, Shapes = shapes, Errors = """{"shape": "Oops"}""" });

        // As a plain parameter of the overloads for simple inputs, beside those of a waiter.
        Compiles(new Widgets
        {
            Uri = "/{" + member + "}",
            Input = "\"" + member + "\": {\"shape\": \"String\", \"location\": \"uri\"}",
            Output = text,
            Waiters = "\"Done\": {\"operation\": \"GetWidget\", \"delay\": 1, \"maxAttempts\": 2, \"acceptors\": [{\"matcher\": \"status\", \"expected\": 200, \"state\": \"success\"}]}",
        });
    }

    [Fact]
    public void Members_whose_names_differ_in_case_alone_compile_wherever_they_stand()
    {
        const string Members = """ "ARN": {"shape": "Part"}, "Arn": {"shape": "Part"}, "arn": {"shape": "Part"} """;
        Compiles(new Widgets
        {
            Input = Members + """, "choice": {"shape": "Choice"} """,
            Output = Members + """, "choice": {"shape": "Choice"} """,
            Shapes = """
                "Part": {"type": "structure", "members": {}},
                "Choice": {"type": "structure", "members": {MEMBERS}, "union": true}
                """.Replace("MEMBERS", Members, System.StringComparison.Ordinal),
        });
    }

    [Fact]
    public void A_variant_may_be_named_like_the_elements_of_another_variants_list()
    {
        Compiles(new Widgets
        {
            Output = """ "choice": {"shape": "Choice"} """,
            Input = """ "choice": {"shape": "Choice"} """,
            Shapes = """
                "Choice": {"type": "structure", "members": {"filter": {"shape": "Filters"}, "rule": {"shape": "Filter"}, "filters": {"shape": "String"}}, "union": true},
                "Filters": {"type": "list", "member": {"shape": "Filter"}},
                "Filter": {"type": "structure", "members": {"x": {"shape": "String"}}}
                """,
        });
    }

    [Fact]
    public void An_error_that_is_also_a_member_of_a_structure_is_one_type()
    {
        Compiles(new Widgets
        {
            Errors = """{"shape": "Oops"}""",
            Output = """ "last": {"shape": "Oops"} """,
            Shapes = """ "Oops": {"type": "structure", "members": {"message": {"shape": "String"}, "size": {"shape": "Integer"}}, "exception": true} """,
        });
    }

    [Fact]
    public void Operations_whose_names_become_one_are_told_apart_or_left_out()
    {
        Compiles(new Widgets { Operations = """ "getWidget": {"http": {"method": "GET", "requestUri": "/"}}, "GETWIDGET": {"http": {"method": "GET", "requestUri": "/"}} """ });
    }

    [Fact]
    public void Waiters_whose_names_become_one_are_told_apart_or_left_out()
    {
        const string Rest = """{"operation": "GetWidget", "delay": 1, "maxAttempts": 2, "acceptors": [{"matcher": "status", "expected": 200, "state": "success"}]}""";
        Compiles(new Widgets { Waiters = $$""" "widgetDone": {{Rest}}, "WidgetDone": {{Rest}}, "WIDGETDONE": {{Rest}} """ });
    }

    [Theory]
    [InlineData("A\\nclass B;")]
    [InlineData("A\\u2028class B;")]
    [InlineData("*/ A")]
    [InlineData("class")]
    [InlineData("3D")]
    [InlineData("\\\"A\\\"")]
    [InlineData("-")]
    public void A_service_of_any_name_compiles(string serviceId)
    {
        var widgets = new Widgets();
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.Add(new ModelText(Widgets.Path, widgets.Service.Replace("\"serviceId\": \"Widgets\"", "\"serviceId\": \"" + serviceId + "\"", System.StringComparison.Ordinal)));
        test.TestState.AdditionalFiles.Add(Widgets.EndpointRulesFile);

        Compiles(test);
    }

    private static string Definitions(string shape, string definition) =>
        "\"" + shape + "\": " + definition + """, "Text": {"type": "string"}, "Time": {"type": "timestamp"}""";

    /// <summary>Runs, and expects that one name is reported as changed where it is defined.</summary>
    private static GeneratorRun Run(Widgets widgets, string place, string name, string renamed, string taken) => widgets
        .ToTest(new ExpectedDiagnostic("DZG014").At(widgets.Files.First(), place).WithArguments(name, renamed, "'" + taken + "' is taken"))
        .Run();

    private static void Compiles(Widgets widgets) => Compiles(widgets.ToTest());

    /// <summary>Compiles whatever was renamed or left out; errors of the generator itself and of the model's files are none of these.</summary>
    private static void Compiles(GeneratorTest test)
    {
        var run = test.RunOnly();
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics.Where(static d => d.Id is not ("DZG014" or "DZG005" or "DZG016")).Select(ExpectedDiagnostic.Describe));
        Compiler.VerifyClean(run.Compilation);
        Assert.NotEmpty(run.HintNames);
    }
}
