using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Xml;
using System.Xml.Linq;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Items;

/// <summary>The AwsService elements of a project file, in document order.</summary>
internal sealed record ProjectFile(string Path, EquatableArray<ItemElement> Elements)
{
    /// <summary>Returns the start of the file, for an item whose element is unknown.</summary>
    public static SourceLocation Start(string path) => new(path, default, default);
}

/// <summary>An AwsService element before MSBuild evaluates it. Missing metadata is null.</summary>
internal sealed record ItemElement(string? Include, ItemLocations Locations)
{
    public string? Operations { get; init; }

    public string? Namespace { get; init; }

    public string? Access { get; init; }

    public string? Protocol { get; init; }

    public string? MaxShapes { get; init; }

    public string? Fake { get; init; }

    /// <summary>Metadata that AwsService items do not have.</summary>
    public EquatableArray<MetadataName> UnknownNames { get; init; }
}

internal sealed record MetadataName(string Name, SourceLocation SourceLocation);

/// <summary>Metadata of an item before MSBuild evaluates it, and the location of its name.</summary>
internal sealed record MetadataValue(string Value, SourceLocation SourceLocation);

/// <summary>
/// Finds the AwsService elements of a project file. MSBuild provides the items; this reader adds their lines and columns, and finds unknown
/// metadata, which MSBuild does not report.
/// </summary>
internal static class ProjectFileReader
{
    private const string ItemType = "AwsService";

    /// <summary>The attributes of all MSBuild items, and common metadata that editors and builds use.</summary>
    private static readonly HashSet<string> CommonNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "Include", "Exclude", "Remove", "Update", "Condition", "Label",
        "KeepDuplicates", "KeepMetadata", "RemoveMetadata", "MatchOnMetadata", "MatchOnMetadataOptions",
        "Link", "LinkBase", "Visible", "DependentUpon", "SubType", "InProject", "Pack", "PackagePath", "CopyToOutputDirectory", "CopyToPublishDirectory",
    };

    /// <summary>The options of an AwsService item.</summary>
    public static EquatableArray<string> OptionNames { get; } = ["Operations", "Namespace", "Access", "Protocol", "ModelLock", "MaxShapes", "Fake"];

    public static ProjectFile Read(string path, SourceText text) =>
        new(path, FindElements(text, ItemType).Select(element => ReadElement(element, path, text)).ToEquatableArray());

    /// <summary>Finds metadata of all items of a type.</summary>
    public static EquatableArray<MetadataValue> FindMetadata(string path, SourceText text, string itemType, string name) => FindElements(text, itemType)
        .Select(element => Find(element, name))
        .Where(static metadata => GetValue(metadata) is not null)
        .Select(metadata => new MetadataValue(GetValue(metadata)!, GetLocation(metadata!, path, text)))
        .ToEquatableArray();

    private static List<XElement> FindElements(SourceText text, string itemType)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text.ToString()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Descendants()
                .Where(element => string.Equals(element.Name.LocalName, itemType, StringComparison.OrdinalIgnoreCase))
                .ToList();
        }
        catch (XmlException)
        {
            // The file may be incomplete while it is edited. MSBuild reports errors in it.
            return [];
        }
    }

    private static ItemElement ReadElement(XElement element, string path, SourceText text)
    {
        var operations = Find(element, "Operations");
        var ns = Find(element, "Namespace");
        var access = Find(element, "Access");
        var protocol = Find(element, "Protocol");
        var maxShapes = Find(element, "MaxShapes");
        var fake = Find(element, "Fake");
        return new ItemElement(
            element.Attribute("Include")?.Value,
            new ItemLocations(
                GetLocation(element),
                GetLocation(operations ?? element),
                GetLocation(ns ?? element),
                GetLocation(access ?? element),
                GetLocation(protocol ?? element),
                GetLocation(Find(element, "ModelLock") ?? element),
                GetLocation(maxShapes ?? element),
                GetLocation(fake ?? element)))
        {
            Operations = GetValue(operations),
            Namespace = GetValue(ns),
            Access = GetValue(access),
            Protocol = GetValue(protocol),
            MaxShapes = GetValue(maxShapes),
            Fake = GetValue(fake),
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

    /// <summary>Returns the value, or null if it depends on a condition.</summary>
    private static string? GetValue(XObject? option) => option switch
    {
        XAttribute attribute => attribute.Value,
        XElement element when element.Attribute("Condition") is null => element.Value,
        _ => null,
    };

    private static SourceLocation GetLocation(XObject node, string path, SourceText text)
    {
        var name = node is XAttribute attribute ? attribute.Name.LocalName : ((XElement)node).Name.LocalName;
        var (line, column) = (((IXmlLineInfo)node).LineNumber - 1, ((IXmlLineInfo)node).LinePosition - 1);

        // XML and SourceText recognize different line breaks. If the positions do not match, only the file is known.
        var span = new TextSpan(line < text.Lines.Count ? text.Lines[line].Start + column : text.Length, name.Length);
        return span.End <= text.Length && text.ToString(span) == name
            ? new SourceLocation(path, span, text.Lines.GetLinePositionSpan(span))
            : ProjectFile.Start(path);
    }
}
