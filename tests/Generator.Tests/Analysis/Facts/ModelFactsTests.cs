using System;
using System.Linq;
using DataZoneGen.Generator.Analysis.Facts;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator.Tests.Analysis.Facts;

public sealed class ModelFactsTests
{
    private static readonly Compilation Client = Generate();

    [Fact]
    public void Types_of_the_client_have_the_facts_of_their_service()
    {
        var facts = Find("Acme.Widgets.WidgetsClient")!;

        Assert.Equal(
            ("Widgets", "WidgetsClient", "IWidgetsClient", "WidgetsClientExtensions", "WidgetsException"),
            (facts.ServiceId, facts.Client, facts.Interface, facts.Extensions, facts.BaseException));
        Assert.Same(facts, Find("Acme.Widgets.GetWidgetRequest"));
        Assert.Same(facts, Find("Acme.Widgets.Choice+Text"));
        Assert.Null(Find("Acme.Deep.Acme.Widgets.Other"));
        Assert.Null(Find("Widgets.Other"));
        Assert.Null(Find("Acme.Other"));
        Assert.Null(Find("Outside"));
        Assert.Null(Find("System.String"));
        Assert.Null(ModelFacts.Find(null));
    }

    [Fact]
    public void Only_what_callers_write_has_limits()
    {
        Assert.Equal("wid-[a-z0-9]{1,8}", Assert.IsType<TextLimit>(Limit("GetWidgetRequest", "Id")).Pattern?.Text);
        Assert.Equal(("2", "5"), Range(Limit("Part", "Name")));
        Assert.Equal(("2", "5"), Range(Limit("Choice+Text", "Value")));
        Assert.Equal((null, "1"), Range(Limit("GetWidgetRequest", "Ratio")));
        Assert.Equal((null, "2"), Range(Assert.IsType<MapLimit>(Limit("GetWidgetRequest", "Labels"))));
        Assert.Equal("Color", Assert.IsType<ValueLimit>(Assert.IsType<MapLimit>(Limit("GetWidgetRequest", "Colors")).Key).EnumName);
        Assert.Equal((null, "2"), Range(Assert.IsType<ListLimit>(Limit("GetWidgetRequest", "Grid")).Item));
        Assert.Null(Limit("GetWidgetRequest", "Free"));
        Assert.Null(Limit("GetWidgetRequest", "Color"));
        Assert.Null(Limit("Answer", "Name"));
        Assert.Null(Limit("GetWidgetResponse", "Name"));
        Assert.Same(Limit("Part", "Name"), Limit("GetWidgetRequest", "Name"));
    }

    [Theory]
    [InlineData("IWidgetsClient", "GetWidgetAsync", "GetWidget")]
    [InlineData("WidgetsClient", "FindWidgetAsync", "FindWidget")]
    [InlineData("WidgetsClientExtensions", "FindWidgetAsync", "FindWidget")]
    [InlineData("WidgetsClientExtensions", "ListWidgetsPagesAsync", "ListWidgets")]
    [InlineData("WidgetsClientExtensions", "ListWidgetsItemsAsync", "ListWidgets")]
    [InlineData("WidgetsClientExtensions", "WaitUntilWidgetFoundAsync", "FindWidget")]
    [InlineData("WidgetsClient", "Dispose", null)]
    [InlineData("GetWidgetRequest", "ToString", null)]
    public void Methods_have_the_facts_of_their_operation(string type, string method, string? operation)
    {
        var symbols = Type("Acme.Widgets." + type).GetMembers(method).OfType<IMethodSymbol>().ToList();
        var facts = Find("Acme.Widgets." + type)!;

        Assert.All(symbols, symbol => Assert.Equal(operation, facts.FindOperation(symbol)?.Name));
        Assert.True(symbols.Count > 0 || operation is null);
    }

    [Fact]
    public void Operations_have_their_exceptions_paginators_and_waiters()
    {
        var operations = Find("Acme.Widgets.WidgetsClient")!.Operations.ToDictionary(static operation => operation.Name, StringComparer.Ordinal);

        Assert.Equal(["FindWidget", "GetWidget", "ListWidgets"], operations.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(["NotFoundException"], operations["FindWidget"].Exceptions);
        Assert.Empty(operations["GetWidget"].Exceptions);
        Assert.Equal(("WaitUntilWidgetFoundAsync", "Status"), operations["FindWidget"].Waiters.Select(static waiter => (waiter.Method, waiter.Property)).Single());
        Assert.Null(operations["FindWidget"].Paginator);
        Assert.Equal("Names", operations["ListWidgets"].Paginator?.Items);
        Assert.Equal(("NextToken", "NextToken"), operations["ListWidgets"].Paginator?.Tokens.Select(static token => (token.Property, token.Next)).Single());
    }

    [Fact]
    public void A_known_value_of_an_enum_has_a_property()
    {
        var color = Find("Acme.Widgets.Color")!.FindEnum(Type("Acme.Widgets.Color"))!;

        Assert.Equal(["RED", "DARK_BLUE"], color.Values);
        Assert.Equal("DarkBlue", color.PropertyOf(Type("Acme.Widgets.Color"), "DARK_BLUE"));
        Assert.Null(color.PropertyOf(Type("Acme.Widgets.Color"), "GREEN"));
        Assert.Null(color.PropertyOf(Type("Acme.Widgets.Part"), "RED"));
    }

    [Fact]
    public void The_text_is_parsed_once_for_all_compilations_that_have_it()
    {
        var edited = Client.AddSyntaxTrees(CSharpSyntaxTree.ParseText("class Edited;", Compiler.ParseOptions));

        Assert.Same(Find("Acme.Widgets.WidgetsClient"), ModelFacts.Find(edited.GetTypeByMetadataName("Acme.Widgets.WidgetsClient")));
    }

    [Theory]
    [InlineData("System.String")]
    [InlineData("Acme.Other")]
    [InlineData("Acme.Widgets.WidgetsClient")]
    public void A_look_up_allocates_nothing(string name)
    {
        var type = Type(name);

        Assert.Equal(0, AllocatedBytes.Of(() => ModelFacts.Find(type)?.FindMember(type, "Name")));
    }

    [Fact]
    public void Facts_are_possible_only_with_the_runtime_library()
    {
        Assert.True(ModelFacts.ArePossible(Client));
        Assert.False(ModelFacts.ArePossible(CSharpCompilation.Create("Empty", references: [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)])));
    }

    [Fact]
    public void Lines_of_newer_generators_are_ignored()
    {
        var facts = new ServiceFacts("client Widgets A B C D more\ncolor 1 2 3\ntext 0 ..5\nlist 1 ..1 7\ntype Part Name=0 Tags=1 Other=9\n\nmap 1\nwaiter Missing M -\npaginator Missing - A=B");

        Assert.Equal("A", facts.Client);
        Assert.Empty(facts.Operations);
        Assert.Null(facts.FindEnum("Part"));
    }

    private static (string?, string?) Range(Limit? limit) => limit is RangeLimit range ? (range.Min, range.Max) : ("none", "none");

    private static Limit? Limit(string type, string property) => Find("Acme.Widgets." + type)!.FindMember(Type("Acme.Widgets." + type), property);

    private static ServiceFacts? Find(string type) => ModelFacts.Find(Type(type));

    private static INamedTypeSymbol Type(string name) =>
        Client.GetTypeByMetadataName(name) ?? throw new ArgumentException("There is no type " + name, nameof(name));

    private static Compilation Generate()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(LimitedWidgets.Files);
        test.TestState.Sources.Add("""
            class Outside;
            namespace Acme { class Other; }
            namespace Widgets { class Other; }
            namespace Acme.Deep.Acme.Widgets { class Other; }
            """);
        return test.Run().Compilation;
    }
}
