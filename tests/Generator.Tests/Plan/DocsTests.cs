using System;
using System.Linq;
using System.Xml.Linq;
using DataZoneGen.Generator.Tests.Models;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Tests.Plan;

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
    public void A_member_tells_its_limits(string shape, string remarks) =>
        Assert.Equal(remarks, Remarks(new Widgets { Output = """ "m": {"shape": "M"} """, Shapes = "\"M\": " + shape }.Run().Property("Acme.Widgets.GetWidgetResponse", "M")));

    [Theory]
    [InlineData("uri", "Path label m.")]
    [InlineData("querystring", "Query parameter m.")]
    [InlineData("header", "Header m.")]
    public void A_member_tells_where_it_travels(string location, string remarks)
    {
        var run = new Widgets { Uri = location == "uri" ? "/{m}" : "/", Input = $$""" "a": {"shape": "String", "location": "{{location}}", "locationName": "m"} """ }.Run();

        Assert.Equal(remarks, Remarks(run.Property("Acme.Widgets.GetWidgetRequest", "A")));
    }

    [Fact]
    public void The_words_of_the_member_come_before_those_of_its_shape()
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
        var types = Run().Compilation.Assembly.GlobalNamespace.GetNamespaceMembers().Single(static n => n.Name == "Acme").GetNamespaceMembers().Single().GetTypeMembers();

        Assert.All(types.Where(static t => t.DeclaredAccessibility == Accessibility.Public), static type =>
        {
            Assert.NotEqual("", Summary(type));
            Assert.All(
                type.GetMembers().OfType<IPropertySymbol>().Where(static p => p is { DeclaredAccessibility: Accessibility.Public, IsImplicitlyDeclared: false }),
                static property => Assert.NotEqual("", property.GetDocumentationCommentXml()));
        });
    }

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
