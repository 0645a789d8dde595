using System;
using System.Collections.Immutable;
using System.Linq;
using System.Reflection;
using System.Xml.Linq;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Plan.Docs;

/// <summary>What a caller reads in the editor: the words of the model, then the facts of the wire.</summary>
public sealed class DocsTests
{
    [Theory]
    [InlineData("""{"type": "string"}""", "Member m.")]
    [InlineData("""{"type": "string", "min": 1}""", "Member m; at least 1 characters.")]
    [InlineData("""{"type": "string", "max": 36}""", "Member m; at most 36 characters.")]
    [InlineData("""{"type": "string", "min": 1, "max": 36, "pattern": "[a-z&<]+"}""", "Member m; 1 to 36 characters; pattern [a-z&<]+.")]
    [InlineData("""{"type": "string", "min": 12, "max": 12}""", "Member m; exactly 12 characters.")]
    [InlineData("""{"type": "integer", "min": -5, "max": 1e3}""", "Member m; -5 to 1e3.")]
    [InlineData("""{"type": "list", "member": {"shape": "String"}, "max": 50}""", "Member m; at most 50 items.")]
    [InlineData("""{"type": "map", "key": {"shape": "String"}, "value": {"shape": "String"}, "min": 1}""", "Member m; at least 1 entries.")]
    [InlineData("""{"type": "blob", "max": 4096}""", "Member m; at most 4096 bytes.")]
    public void The_constraints_of_a_member_are_documented(string shape, string remarks) =>
        Assert.Equal(remarks, Remarks(new Widgets { Output = """ "m": {"shape": "M"} """, Shapes = "\"M\": " + shape }.Run().Property("Acme.Widgets.GetWidgetResponse", "M")));

    [Theory]
    [InlineData("uri", "Path label m.")]
    [InlineData("querystring", "Query parameter m.")]
    [InlineData("header", "Header m.")]
    public void The_binding_of_a_member_is_documented(string location, string remarks)
    {
        var run = new Widgets { Uri = location == "uri" ? "/{m}" : "/", Input = $$""" "a": {"shape": "String", "location": "{{location}}", "locationName": "m"} """ }.Run();

        Assert.Equal(remarks, Remarks(run.Property("Acme.Widgets.GetWidgetRequest", "A")));
    }

    [Fact]
    public void The_documentation_of_a_member_takes_precedence_over_that_of_its_shape()
    {
        var run = new Widgets
        {
            Output = """ "a": {"shape": "S", "documentation": "<p>Of the member.</p><p>More.</p>"}, "b": {"shape": "S"}, "c": {"shape": "String"} """,
            Shapes = """ "S": {"type": "string", "documentation": "Of the shape."} """,
        }.Run();

        Assert.Equal(["Of the member.", "Of the shape.", "The c."], new[] { "A", "B", "C" }.Select(name => Summary(run.Property("Acme.Widgets.GetWidgetResponse", name))));
        Assert.Equal("More. Member a.", Remarks(run.Property("Acme.Widgets.GetWidgetResponse", "A")));
    }

    [Fact]
    public void A_method_links_to_the_reference_of_the_service_and_names_its_errors()
    {
        var run = Run();
        var method = run.Type("Acme.Gallery.IGalleryClient").GetMembers("GetPictureAsync").Single();

        Assert.Equal("Gets a picture.", Summary(method));
        Assert.Equal("https://docs.aws.amazon.com/goto/WebAPI/gallery-2024-05-06/GetPicture", Xml(method).Descendants("see").Single().Attribute("href")?.Value);
        Assert.Equal(
            ["T:Acme.Gallery.NotFoundException", "T:Acme.Gallery.BusyException"],
            Xml(method).Elements("exception").Select(static e => e.Attribute("cref")?.Value).Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public void Everything_public_is_documented()
    {
        Assert.All(Service(Run()).Where(static t => t.DeclaredAccessibility == Accessibility.Public), static type =>
        {
            Assert.NotEqual("", Summary(type));
            Assert.All(
                type.GetMembers().OfType<IPropertySymbol>().Where(static p => p is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }),
                static property => Assert.NotEqual("", property.GetDocumentationCommentXml()));
        });
    }

    [Fact]
    public void Every_parameter_and_result_of_a_public_method_is_documented()
    {
        var test = DataZone.ToTest();
        test.TestState.HasHttpFactory = true;
        var methods = Service(Run()).Concat(Service(test.RunOnly()))
            .Where(static type => type.DeclaredAccessibility == Accessibility.Public)
            .SelectMany(static type => type.GetMembers().OfType<IMethodSymbol>())
            .Where(static method => method is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false, AssociatedSymbol: null })
            .Where(static method => method.DeclaringSyntaxReferences.Length > 0 && method.GetDocumentationCommentXml() is { } xml && !xml.Contains("<inheritdoc", StringComparison.Ordinal))
            .Where(static method => method.DeclaringSyntaxReferences[0].GetSyntax() is Microsoft.CodeAnalysis.CSharp.Syntax.BaseMethodDeclarationSyntax)
            .ToList();

        Assert.Contains(methods, static m => m.Name == "ListDataSourceRunsItemsAsync");
        Assert.Contains(methods, static m => m.Name == "WaitUntilDataSourceRunCompletedAsync");
        Assert.Contains(methods, static m => m.Name == "PresignAsync");
        Assert.Contains(methods, static m => m.Name == "AddDataZoneClient");
        Assert.All(methods, static method =>
        {
            var xml = Xml(method);
            Assert.Equal((method, string.Join(", ", method.Parameters.Select(static p => p.Name))), (method, string.Join(", ", xml.Elements("param").Select(static p => p.Attribute("name")?.Value))));
            Assert.All(xml.Elements("param"), static p => Assert.NotEqual("", Text(p)));
            Assert.True(method.ReturnsVoid || Text(xml.Element("returns")).Length > 0, method + " does not say what it returns.");
        });
    }

    [Fact]
    public void A_generated_idempotency_token_is_documented()
    {
        const string Members = """ "token": {"shape": "String", "idempotencyToken": true}, "other": {"shape": "String"} """;
        var run = new Widgets { Input = Members, Output = Members }.Run();

        Assert.Contains("generates a random token", Remarks(run.Property("Acme.Widgets.GetWidgetRequest", "Token")), StringComparison.Ordinal);
        Assert.Equal("Member other.", Remarks(run.Property("Acme.Widgets.GetWidgetRequest", "Other")));
        Assert.Equal("Member token.", Remarks(run.Property("Acme.Widgets.GetWidgetResponse", "Token")));
    }

    [Fact]
    public void Links_code_and_lists_of_the_model_reach_the_reader()
    {
        var run = new Widgets
        {
            Output = """ "a": {"shape": "String", "documentation": "<p>See <a href=\"https://a.example/?x=1&y\">the <code>A</code> page</a>: <code>B</code>.</p><ul><li>One.</li><li>Two.</li></ul>"}, "b": {"shape": "String", "documentation": "<ul><li>One.</li></ul>"} """,
        }.Run();

        var xml = Xml(run.Property("Acme.Widgets.GetWidgetResponse", "A"));
        Assert.Equal("See the A page: B.", Text(xml.Element("summary")));
        Assert.Equal("https://a.example/?x=1&y", xml.Element("summary")!.Element("see")?.Attribute("href")?.Value);
        Assert.Equal("B", xml.Element("summary")!.Element("c")?.Value);
        Assert.Equal(["One.", "Two."], xml.Element("remarks")!.Element("list")!.Elements("item").Select(static item => Text(item.Element("description"))));
        Assert.Equal("The b.", Summary(run.Property("Acme.Widgets.GetWidgetResponse", "B")));
    }

    [Fact]
    public void Every_generated_type_is_marked_once_as_generated_by_this_version()
    {
        var version = typeof(ClientGenerator).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

        Assert.All(Service(Run()), type =>
        {
            var marks = type.GetAttributes().Where(static a => a.AttributeClass?.Name == "GeneratedCodeAttribute");
            Assert.Equal(["DataZoneGen", version], Assert.Single(marks).ConstructorArguments.Select(static a => a.Value));
        });
    }

    private static ImmutableArray<INamedTypeSymbol> Service(GeneratorRun run) =>
        run.Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(static n => n.Name == "Acme").GetNamespaceMembers().Single().GetTypeMembers();

    private static GeneratorRun Run()
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(Gallery.Files);
        return test.RunOnly();
    }

    private static XElement Xml(ISymbol symbol) => XElement.Parse(symbol.GetDocumentationCommentXml()!, LoadOptions.PreserveWhitespace);

    private static string Summary(ISymbol symbol) => Text(Xml(symbol).Element("summary"));

    private static string Remarks(ISymbol symbol) => Text(Xml(symbol).Element("remarks"));

    private static string Text(XElement? element) => string.Join(' ', (element?.Value ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
