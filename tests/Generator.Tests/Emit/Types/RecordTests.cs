using System;
using System.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Emit.Types;

/// <summary>Requests, responses and structures, as symbols and as code that runs.</summary>
public sealed class RecordTests
{
    private const string Secrets = """
        "Secret": {"type": "string", "sensitive": true},
        "SecretNumber": {"type": "integer", "sensitive": true},
        "Vault": {"type": "structure", "members": {"code": {"shape": "String"}, "size": {"shape": "Integer"}}, "sensitive": true},
        "Card": {"type": "structure", "members": {"number": {"shape": "Secret"}, "owner": {"shape": "String"}}},
        "SecretList": {"type": "list", "member": {"shape": "String"}, "sensitive": true},
        "Choice": {"type": "structure", "members": {"plain": {"shape": "String"}, "hidden": {"shape": "Secret"}}, "union": true},
        "SecretChoice": {"type": "structure", "members": {"plain": {"shape": "String"}}, "union": true, "sensitive": true}
        """;

    [Theory]
    [InlineData("Acme.Widgets.GetWidgetRequest", null)]
    [InlineData("Acme.Widgets.GetWidgetResponse", "AwsResponse")]
    [InlineData("Acme.Widgets.Part", null)]
    public void Are_sealed_partial_records_with_init_properties(string type, string? baseType)
    {
        const string Member = """ "part": {"shape": "Part"} """;
        var run = new Widgets { Input = Member, Output = Member, Shapes = """ "Part": {"type": "structure", "members": {"part": {"shape": "Part"}, "x": {"shape": "String"}}} """ }
            .ToTest()
            .RunOnly();
        var symbol = run.Type(type);

        Assert.True(symbol is { IsRecord: true, IsSealed: true, TypeKind: TypeKind.Class, DeclaredAccessibility: Accessibility.Public });
        Assert.Equal(baseType ?? "Object", symbol.BaseType?.Name);
        Assert.All(
            symbol.GetMembers().OfType<IPropertySymbol>().Where(static p => p.Name != "EqualityContract"),
            static property => Assert.True(property is { SetMethod.IsInitOnly: true, DeclaredAccessibility: Accessibility.Public }));
    }

    [Fact]
    public void Access_internal_makes_every_type_internal()
    {
        var test = new Widgets
        {
            Output = """ "color": {"shape": "Color"}, "choice": {"shape": "Choice"}, "next": {"shape": "String"} """,
            Input = """ "next": {"shape": "String"} """,
            Errors = """{"shape": "Busy"}""",
            Shapes = """
                "Color": {"type": "string", "enum": ["RED"]}, "Choice": {"type": "structure", "members": {"a": {"shape": "String"}}, "union": true},
                "Busy": {"type": "structure", "members": {}, "exception": true}
                """,
            Paginators = """ "GetWidget": {"input_token": "next", "output_token": "next"} """,
        }.ToTest();
        test.TestState.AdditionalFiles[0] = test.TestState.AdditionalFiles[0] with { Access = "Internal" };

        var types = test.Run().Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(static n => n.Name == "Acme")
            .GetNamespaceMembers().Single().GetTypeMembers();

        Assert.All(types, static type => Assert.Equal(Accessibility.Internal, type.DeclaredAccessibility));
    }

    [Fact]
    public void What_is_deprecated_is_obsolete_with_the_words_of_the_model()
    {
        const string Members = """
            "old": {"shape": "String", "deprecated": true, "deprecatedMessage": "Use \"young\"."},
            "bare": {"shape": "String", "deprecated": true}, "young": {"shape": "String", "deprecated": false}, "relic": {"shape": "Relic"},
            "color": {"shape": "Color"}, "choice": {"shape": "Choice"}
            """;
        var run = new Widgets
        {
            Input = Members,
            Output = Members,
            RequiredInput = "\"old\"",
            RequiredOutput = "\"color\", \"choice\", \"relic\"",
            OperationTraits = """, "deprecated": true, "deprecatedMessage": "Gone soon." """,
            Errors = """{"shape": "Oops"}""",
            Shapes = """
                "Relic": {"type": "structure", "members": {"a": {"shape": "String"}}, "deprecated": true, "deprecatedMessage": "A relic."},
                "Color": {"type": "string", "enum": ["RED"], "deprecated": true, "deprecatedMessage": "A color."},
                "Choice": {"type": "structure", "members": {"a": {"shape": "String"}}, "union": true, "deprecated": true, "deprecatedMessage": "A choice."},
                "Oops": {"type": "structure", "members": {}, "exception": true, "deprecated": true, "deprecatedMessage": "An error."}
                """,
        }.Run();

        Assert.Equal("Use \"young\".", Obsolete(run.Property("Acme.Widgets.GetWidgetRequest", "Old")));
        Assert.Equal("", Obsolete(run.Property("Acme.Widgets.GetWidgetResponse", "Bare")));
        Assert.Null(Obsolete(run.Property("Acme.Widgets.GetWidgetResponse", "Young")));
        Assert.Equal("A relic.", Obsolete(run.Type("Acme.Widgets.Relic")));
        Assert.Equal("A color.", Obsolete(run.Type("Acme.Widgets.Color")));
        Assert.Equal("A choice.", Obsolete(run.Type("Acme.Widgets.Choice")));
        Assert.Equal("An error.", Obsolete(run.Type("Acme.Widgets.OopsException")));
        Assert.Equal("Gone soon.", Obsolete(run.Type("Acme.Widgets.IWidgetsClient").GetMembers("GetWidgetAsync").Single()));
        Assert.Equal("Gone soon.", Obsolete(run.Type("Acme.Widgets.WidgetsClient").GetMembers("GetWidgetAsync").Single()));
    }

    [Fact]
    public void The_clients_of_a_deprecated_service_are_obsolete()
    {
        var test = new Widgets().ToTest();
        var (service, rules) = (test.TestState.AdditionalFiles[0], test.TestState.AdditionalFiles[1]);
        test.TestState.AdditionalFiles.Clear();
        test.TestState.AdditionalFiles.Add(service with
        {
            Text = service.Text.Replace("\"operations\"", "\"deprecated\": true, \"deprecatedMessage\": \"Use gadgets.\", \"operations\"", StringComparison.Ordinal),
        });
        test.TestState.AdditionalFiles.Add(rules);
        test.TestState.HasHttpFactory = true;
        var run = test.Run();

        Assert.Equal("Use gadgets.", Obsolete(run.Type("Acme.Widgets.IWidgetsClient")));
        Assert.Equal("Use gadgets.", Obsolete(run.Type("Acme.Widgets.WidgetsClient")));
    }

    [Fact]
    public void A_caller_of_what_is_deprecated_is_warned()
    {
        var test = new Widgets { Input = """ "old": {"shape": "String", "deprecated": true, "deprecatedMessage": "Use another."} """ }.ToTest();
        test.TestState.Sources.Add("class Caller { object Call() => new Acme.Widgets.GetWidgetRequest { Old = \"x\" }; }");

        Assert.Contains("Use another.", Assert.Single(Compiler.Problems(test.RunOnly().Compilation)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Acme.Widgets.GetWidgetResponse", "Secret", true)]
    [InlineData("Acme.Widgets.GetWidgetResponse", "Number", true)]
    [InlineData("Acme.Widgets.GetWidgetResponse", "Secrets", true)]
    [InlineData("Acme.Widgets.GetWidgetResponse", "Plain", false)]
    [InlineData("Acme.Widgets.GetWidgetResponse", "Card", false)]
    [InlineData("Acme.Widgets.Card", "Number", true)]
    [InlineData("Acme.Widgets.Card", "Owner", false)]
    [InlineData("Acme.Widgets.Vault", "Code", true)]
    [InlineData("Acme.Widgets.Vault", "Size", true)]
    public void A_debugger_does_not_show_what_is_sensitive(string type, string property, bool isHidden)
    {
        var display = SecretService().Run().Property(type, property).GetAttributes().SingleOrDefault(static a => a.AttributeClass?.Name == "DebuggerDisplayAttribute");

        Assert.Equal(isHidden ? "***" : null, display?.ConstructorArguments[0].Value);
    }

    [Fact]
    public void ToString_shows_whether_what_is_sensitive_is_set_and_nothing_more()
    {
        var test = SecretService().ToTest();
        test.TestState.Sources.Add("""
            using Acme.Widgets;

            internal static class Probe
            {
                public static string Show() => string.Join("\n",
                    new GetWidgetResponse
                    {
                        Plain = "seen", Secret = "hidden", Number = 4711, Secrets = ["hidden"],
                        Card = new() { Number = "hidden", Owner = "me" }, Vault = new() { Code = "hidden", Size = 4711 },
                        Choice = new Choice.Hidden("hidden"), SecretChoice = new SecretChoice.Plain("hidden"),
                    },
                    new GetWidgetResponse { Choice = new Choice.Plain("seen") },
                    new GetWidgetRequest { Secret = "hidden", Plain = null },
                    new Card(),
                    new Vault { Code = "hidden" },
                    new SecretChoice.Plain("hidden"));
            }
            """);

        Assert.Equal(
            """
            GetWidgetResponse { Plain = seen, Secret = ***, Number = ***, Secrets = ***, Card = Card { Number = ***, Owner = me }, Vault = ***, Choice = Hidden { Value = *** }, SecretChoice = *** }
            GetWidgetResponse { Plain = , Secret = , Number = , Secrets = , Card = , Vault = , Choice = Plain { Value = seen }, SecretChoice =  }
            GetWidgetRequest { Plain = , Secret = *** }
            Card { Number = , Owner =  }
            Vault { Code = ***, Size =  }
            Plain { Value = *** }
            """,
            test.Run().Invoke("Probe", "Show"));
    }

    [Fact]
    public void ToString_shows_what_lists_and_maps_hold_and_nothing_sensitive_in_them()
    {
        const string Members = """
            "texts": {"shape": "Texts"}, "parts": {"shape": "Parts"}, "map": {"shape": "Map"}, "lists": {"shape": "Lists"}, "choice": {"shape": "Choice"},
            "secrets": {"shape": "SecretItems"}, "keyed": {"shape": "SecretKeys"}, "deep": {"shape": "Deep"}, "cards": {"shape": "Cards"}, "hidden": {"shape": "Choice"}
            """;
        var test = new Widgets
        {
            Input = Members,
            Output = Members,
            Shapes = """
                "Texts": {"type": "list", "member": {"shape": "String"}}, "Parts": {"type": "list", "member": {"shape": "Part"}, "sparse": true}, "Lists": {"type": "list", "member": {"shape": "Texts"}},
                "Map": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "Texts"}}, "Part": {"type": "structure", "members": {"texts": {"shape": "Texts"}}},
                "Secret": {"type": "string", "sensitive": true}, "SecretItems": {"type": "list", "member": {"shape": "Secret"}}, "Deep": {"type": "list", "member": {"shape": "SecretItems"}},
                "SecretKeys": {"type": "map", "key": {"shape": "Secret"}, "value": {"shape": "String"}}, "Cards": {"type": "list", "member": {"shape": "Card"}},
                "Card": {"type": "structure", "members": {"number": {"shape": "Secret"}}},
                "Choice": {"type": "structure", "union": true, "members": {"texts": {"shape": "Texts"}, "secrets": {"shape": "SecretItems"}}}
                """,
        }.ToTest();
        test.TestState.Sources.Add("""
            using System.Collections.Generic;
            using System.Linq;
            using Acme.Widgets;

            internal static class Probe
            {
                public static string Show() => string.Join("\n",
                    new GetWidgetRequest
                    {
                        Texts = ["a", "b"], Parts = [new() { Texts = [] }, null], Map = new Dictionary<string, IReadOnlyList<string>> { ["k"] = ["v", "w"] }, Lists = [["a"], []],
                        Choice = new Choice.Texts(["x"]), Secrets = ["hidden"], Keyed = new Dictionary<string, string> { ["hidden"] = "hidden" }, Deep = [["hidden"]],
                        Cards = [new() { Number = "hidden" }], Hidden = new Choice.Secrets(["hidden"]),
                    },
                    new GetWidgetResponse { Texts = Enumerable.Range(1, 12).Select(static i => i.ToString()).ToList() });
            }
            """);

        Assert.Equal(
            """
            GetWidgetRequest { Texts = [a, b], Parts = [Part { Texts = [] }, null], Map = {k = [v, w]}, Lists = [[a], []], Choice = Texts { Value = [x] }, Secrets = ***, Keyed = ***, Deep = ***, Cards = [Card { Number = *** }], Hidden = Secrets { Value = *** } }
            GetWidgetResponse { Texts = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, … 2 more], Parts = , Map = , Lists = , Choice = , Secrets = , Keyed = , Deep = , Cards = , Hidden =  }
            """,
            test.Run().Invoke("Probe", "Show"));
    }

    [Fact]
    public void Missing_members_of_a_response_have_the_empty_value_of_their_type()
    {
        var test = new Widgets
        {
            Output = """
                "text": {"shape": "String"}, "size": {"shape": "Integer"}, "is": {"shape": "Boolean"}, "at": {"shape": "Time"}, "color": {"shape": "Color"},
                "list": {"shape": "List"}, "map": {"shape": "Map"}, "part": {"shape": "Part"}, "choice": {"shape": "Choice"}, "blob": {"shape": "Blob"}
                """.ReplaceLineEndings(" "),
            RequiredOutput = """ "text", "size", "is", "at", "color", "list", "map", "part", "choice", "blob" """,
            Shapes = """
                "Color": {"type": "string", "enum": ["RED"]}, "List": {"type": "list", "member": {"shape": "String"}}, "Blob": {"type": "blob"},
                "Map": {"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}},
                "Part": {"type": "structure", "required": ["name"], "members": {"name": {"shape": "String"}}},
                "Choice": {"type": "structure", "members": {"a": {"shape": "String"}}, "union": true}
                """,
        }.ToTest();
        test.TestState.Sources.Add(Service.Of("{}") + """
            internal static class Probe
            {
                public static string Show() => Show(Service.Call(static client => client.GetWidgetAsync(new()))) + "\n" + Show(new GetWidgetResponse());

                private static string Show(GetWidgetResponse r) => string.Join("|",
                    r.Text, r.Size, r.Is, r.At.ToString("O"), r.Color.Value, r.Color.Kind, r.List.Count, r.Map.Count, r.Part.Name, r.Choice, r.Blob.Length);
            }
            """);

        const string Expected = "|0|False|1970-01-01T00:00:00.0000000+00:00||Unknown|0|0||Unknown { Name =  }|0";
        Assert.Equal(Expected + "\n" + Expected, test.Run().Invoke("Probe", "Show"));
    }

    private static Widgets SecretService() => new()
    {
        Input = """ "plain": {"shape": "String"}, "secret": {"shape": "Secret"} """,
        Output = """
            "plain": {"shape": "String"}, "secret": {"shape": "Secret"}, "number": {"shape": "SecretNumber"}, "secrets": {"shape": "SecretList"},
            "card": {"shape": "Card"}, "vault": {"shape": "Vault"}, "choice": {"shape": "Choice"}, "secretChoice": {"shape": "SecretChoice"}
            """.ReplaceLineEndings(" "),
        Shapes = Secrets,
    };

    private static string? Obsolete(ISymbol symbol) => symbol.GetAttributes().SingleOrDefault(static a => a.AttributeClass?.Name == "ObsoleteAttribute") is { } obsolete
        ? obsolete.ConstructorArguments.FirstOrDefault().Value as string ?? ""
        : null;
}
