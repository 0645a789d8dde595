using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Items;

/// <summary>The AwsService elements of a project file, in their order.</summary>
internal sealed record ProjectFile(string Path, EquatableArray<ItemElement> Elements)
{
    /// <summary>The start of the file, for an item whose element is not known.</summary>
    public static SourceLocation Start(string path) => new(path, default, default);
}

/// <summary>An AwsService element as it is written, before MSBuild evaluates it; null where it says nothing.</summary>
internal sealed record ItemElement(string? Include, ItemLocations Places)
{
    public string? Operations { get; init; }

    public string? Namespace { get; init; }

    public string? Access { get; init; }

    /// <summary>Metadata that no AwsService item has.</summary>
    public EquatableArray<MetadataName> UnknownNames { get; init; }
}

internal sealed record MetadataName(string Name, SourceLocation SourceLocation);

/// <summary>
/// Finds where a project file writes its AwsService items. What the items are is known from MSBuild; this adds lines and columns, and
/// names of metadata that MSBuild has no word against.
/// </summary>
internal static class ProjectFileReader
{
    private const string ItemType = "AwsService";

    /// <summary>What MSBuild knows of any item, and common metadata by which editors show and builds copy files.</summary>
    private static readonly HashSet<string> CommonNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Include", "Exclude", "Remove", "Update", "Condition", "Label",
        "KeepDuplicates", "KeepMetadata", "RemoveMetadata", "MatchOnMetadata", "MatchOnMetadataOptions",
        "Link", "LinkBase", "Visible", "DependentUpon", "SubType", "InProject", "Pack", "PackagePath", "CopyToOutputDirectory", "CopyToPublishDirectory",
    };

    /// <summary>The options that an AwsService item has.</summary>
    public static EquatableArray<string> OptionNames { get; } = ["Operations", "Namespace", "Access"];

    public static ProjectFile Read(string path, SourceText text)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var elements = XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants()
                .Where(static element => string.Equals(element.Name.LocalName, ItemType, StringComparison.OrdinalIgnoreCase));
            return new ProjectFile(path, elements.Select(element => ReadElement(element, path, text)).ToEquatableArray());
        }
        catch (XmlException)
        {
            // An editor shows the file while it is being written; MSBuild reports what is wrong with it.
            return new ProjectFile(path, []);
        }
    }

    private static ItemElement ReadElement(XElement element, string path, SourceText text)
    {
        var operations = Find(element, "Operations");
        var ns = Find(element, "Namespace");
        var access = Find(element, "Access");
        return new ItemElement(
            element.Attribute("Include")?.Value,
            new ItemLocations(GetLocation(element), GetLocation(operations ?? element), GetLocation(ns ?? element), GetLocation(access ?? element)))
        {
            Operations = ValueOf(operations),
            Namespace = ValueOf(ns),
            Access = ValueOf(access),
            UnknownNames = Metadata(element)
                .Where(static name => !CommonNames.Contains(name.Name) && !OptionNames.Contains(name.Name, StringComparer.OrdinalIgnoreCase))
                .Select(name => new MetadataName(name.Name, GetLocation(name.Node)))
                .ToEquatableArray(),
        };

        SourceLocation GetLocation(XObject node) => ProjectFileReader.GetLocation(node, path, text);
    }

    private static IEnumerable<(string Name, XObject Node)> Metadata(XElement element) => element.Attributes()
        .Where(static attribute => !attribute.IsNamespaceDeclaration)
        .Select(static attribute => (attribute.Name.LocalName, (XObject)attribute))
        .Concat(element.Elements().Select(static child => (child.Name.LocalName, (XObject)child)));

    private static XObject? Find(XElement element, string name) =>
        Metadata(element).FirstOrDefault(found => string.Equals(found.Name, name, StringComparison.OrdinalIgnoreCase)).Node;

    /// <summary>The value, unless a condition decides whether it is the item's.</summary>
    private static string? ValueOf(XObject? option) => option switch
    {
        XAttribute attribute => attribute.Value,
        XElement element when element.Attribute("Condition") is null => element.Value,
        _ => null,
    };

    private static SourceLocation GetLocation(XObject node, string path, SourceText text)
    {
        var name = node is XAttribute attribute ? attribute.Name.LocalName : ((XElement)node).Name.LocalName;
        var (line, column) = (((IXmlLineInfo)node).LineNumber - 1, ((IXmlLineInfo)node).LinePosition - 1);

        // XML and SourceText differ in what they take for a line break; then nothing but the file is known.
        var span = new TextSpan(line < text.Lines.Count ? text.Lines[line].Start + column : text.Length, name.Length);
        return span.End <= text.Length && text.ToString(span) == name
            ? new SourceLocation(path, span, text.Lines.GetLinePositionSpan(span))
            : ProjectFile.Start(path);
    }
}
