using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Plan.Names;

/// <summary>Model names that are invalid in C#: the generated code compiles, and the changed names are reported.</summary>
public sealed class NameTests
{
    /// <summary>Names of types that generated code uses, names of members that generated types have, and invalid names.</summary>
    private static readonly string[] OddNames =
    [
        "String", "DateTimeOffset", "Task", "CancellationToken", "System", "DataZoneGen", "Acme", "Widgets", "Exception", "Enumerable", "List", "Request", "class",
        "record", "Value", "Kind", "Parse", "WidgetKind", "IsKnown", "Unknown", "Equals", "GetHashCode", "ToString", "Clone", "EqualityContract", "PrintMembers", "Metadata",
        "Name", "42", "-",
    ];

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
    public void Two_members_with_the_same_name_in_CSharp_get_different_names()
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
    [InlineData("WidgetsServiceCollectionExtensions")]
    [InlineData("WidgetsException")]
    [InlineData("GetWidgetRequest")]
    [InlineData("GetWidgetResponse")]
    [InlineData("GetWidgetOperation")]
    public void A_shape_named_like_a_type_of_the_client_is_renamed(string shape)
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
    public void Shapes_that_differ_only_in_case_get_different_names()
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
    public void A_shape_without_a_type_reserves_no_name()
    {
        var run = new Widgets
        {
            Output = """ "a": {"shape": "Part"}, "b": {"shape": "part"} """,
            Shapes = """ "part": {"type": "structure", "members": {"x": {"shape": "String"}}}, "Part": {"type": "string"} """,
        }.Run();

        Assert.Equal("Part?", run.TypeOf("Acme.Widgets.GetWidgetResponse", "B"));
    }

    [Theory]
    [InlineData("""{"type": "structure", "members": {"x": {"shape": "Text"}, "y": {"shape": "Instant"}}}""")]
    [InlineData("""{"type": "string", "enum": ["A", "B"]}""")]
    [InlineData("""{"type": "structure", "members": {"x": {"shape": "Text"}, "y": {"shape": "Instant"}}, "union": true}""")]
    [InlineData("""{"type": "list", "member": {"shape": "Instant"}}""")]
    [InlineData("""{"type": "map", "key": {"shape": "Text"}, "value": {"shape": "Instant"}}""")]
    public void Shapes_of_any_name_compile(string definition)
    {
        var members = string.Join(", ", OddNames.Select(static (name, i) => "\"m" + i + "\": {\"shape\": \"" + name + "\"}"));
        var shapes = string.Join(", ", OddNames.Select(name => "\"" + name + "\": " + definition));

        Compiles(new Widgets
        {
            Input = members,
            Output = members + """, "y": {"shape": "Instant"} """,
            RequiredOutput = string.Join(", ", OddNames.Select(static (_, i) => "\"m" + i + "\"")),
            CommonShapes = shapes + """, "Text": {"type": "string"}, "Instant": {"type": "timestamp"}""",
        });
    }

    [Fact]
    public void Errors_of_any_name_compile() => Compiles(new Widgets
    {
        Errors = string.Join(", ", OddNames.Select(static name => "{\"shape\": \"" + name + "\"}")),
        CommonShapes = string.Join(", ", OddNames.Select(static name =>
            "\"" + name + "\": " + """{"type": "structure", "members": {"message": {"shape": "Text"}, "y": {"shape": "Instant"}}, "exception": true}"""))
            + """, "Text": {"type": "string"}, "Instant": {"type": "timestamp"}""",
    });

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
    public void Enum_values_with_the_same_name_in_CSharp_get_different_names()
    {
        var run = new Widgets
        {
            Output = """ "color": {"shape": "Color"} """,
            Shapes = """ "Color": {"type": "string", "enum": ["dark-blue", "DARK_BLUE", "darkBlue", "Dark Blue", "color", "unknown", "Value", "RED", "RED"]} """,
        }.Run();

        Assert.Equal(
            ["Unknown", "DarkBlue", "DarkBlueValue", "DarkBlue2", "DarkBlue3", "ColorValue", "UnknownValue", "ValueValue", "Red"],
            run.Type("Acme.Widgets.ColorKind").GetMembers().OfType<IFieldSymbol>().Select(static f => f.Name));
    }

    [Fact]
    public void The_enum_of_known_values_is_renamed_if_a_shape_has_its_name()
    {
        var run = Run(
            new Widgets
            {
                Output = """ "color": {"shape": "Color"}, "kind": {"shape": "ColorKind"} """,
                Shapes = """
                    "Color": {"type": "string", "enum": ["RED", "COLOR_KIND2"]},
                    "ColorKind": {"type": "structure", "members": {"x": {"shape": "String"}}}
                    """,
            },
            "\"Color\": {\"type", "Color", "ColorKind2", "ColorKind");

        Assert.Equal(TypeKind.Enum, run.Type("Acme.Widgets.ColorKind2").TypeKind);
        Assert.Equal("ColorKind2", run.TypeOf("Acme.Widgets.Color", "Kind"));
        Assert.Equal("Color", run.TypeOf("Acme.Widgets.Color", "ColorKind2Value"));
    }

    [Fact]
    public void A_changed_name_is_reported_once_even_for_an_error_in_a_stream()
    {
        var widgets = new Widgets
        {
            Errors = """{"shape": "Oops"}""",
            Output = """ "events": {"shape": "Events"} """,
            OutputTraits = """, "payload": "events" """,
            Shapes = """
                "Events": {"type": "structure", "members": {"oops": {"shape": "Oops"}, "tick": {"shape": "Tick"}}, "eventstream": true},
                "Tick": {"type": "structure", "members": {}, "event": true},
                "Oops": {"type": "structure", "members": {"data": {"shape": "String"}}, "exception": true}
                """,
        };

        Assert.Equal("string?", Run(widgets, "\"data\"", "Oops.data", "DataValue", "Data").TypeOf("Acme.Widgets.OopsException", "DataValue"));
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
    public void Operations_with_the_same_name_in_CSharp_get_different_names_or_are_left_out()
    {
        Compiles(new Widgets { Operations = """ "getWidget": {"http": {"method": "GET", "requestUri": "/"}}, "GETWIDGET": {"http": {"method": "GET", "requestUri": "/"}} """ });
    }

    [Fact]
    public void Waiters_with_the_same_name_in_CSharp_get_different_names_or_are_left_out()
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

    /// <summary>Runs the generator and verifies that one changed name is reported at its definition.</summary>
    private static GeneratorRun Run(Widgets widgets, string place, string name, string renamed, string taken)
    {
        var run = widgets.ToTest().RunOnly();
        Compiler.VerifyClean(run.Compilation);

        var reported = Assert.Single(run.Result.Diagnostics);
        Assert.Equal("DZG014", reported.Id);
        Assert.Equal($"'{name}' is named '{renamed}' in C#: '{taken}' is already used", reported.GetMessage(CultureInfo.InvariantCulture));
        Assert.StartsWith(place, widgets.Service[reported.Location.SourceSpan.Start..], System.StringComparison.Ordinal);
        return run;
    }

    private static void Compiles(Widgets widgets) => Compiles(widgets.ToTest());

    /// <summary>Compiles whatever was renamed or left out; errors of the generator itself and of the model's files are none of these.</summary>
    private static void Compiles(GeneratorTest test)
    {
        var run = test.RunOnly();
        Assert.Null(run.Result.Exception);
        Assert.Empty(run.Result.Diagnostics.Where(static d => d.Id is not ("DZG014" or "DZG005" or "DZG016")));
        Compiler.VerifyClean(run.Compilation);
        Assert.NotEmpty(run.HintNames);
    }
}
