using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Xml.Linq;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>
/// Compares XML bodies: names, namespaces, attributes and text. The members of a structure may have any order; items and entries have an order. White space
/// between elements does not count; in the text of an element, it does.
/// </summary>
internal sealed class XmlBodyComparer(ClientPlan plan, Differences differences)
{
    /// <exception cref="System.Xml.XmlException">The body is not XML.</exception>
    public static XElement Parse(byte[] body) => XDocument.Load(new MemoryStream(body), LoadOptions.PreserveWhitespace).Root!;

    public void Body(OperationPlan operation, XElement expected, XElement actual)
    {
        var payload = operation.Request.Properties.FirstOrDefault(static p => p.Binding == PropertyBinding.Payload);
        Element(payload?.Type, payload is null ? operation.Request.Properties : null, expected, actual, expected.Name.LocalName);
    }

    private void Element(TypePlan? type, IReadOnlyList<PropertyPlan>? properties, XElement expected, XElement actual, string path)
    {
        differences.Expect(path + ": name", expected.Name, actual.Name);
        Attributes(expected, actual, path);
        if (!expected.HasElements && !actual.HasElements)
        {
            if (!TextComparer.Matches(type, expected.Value, actual.Value))
            {
                differences.Expect(path, expected.Value, actual.Value);
            }

            return;
        }

        Children(type, properties ?? PropertiesOf(type), expected, actual, path);
    }

    private void Children(TypePlan? type, IReadOnlyList<PropertyPlan>? properties, XElement expected, XElement actual, string path)
    {
        if (expected.Nodes().Concat(actual.Nodes()).OfType<XText>().Any(static text => !string.IsNullOrWhiteSpace(text.Value)))
        {
            differences.Expect(path, expected.ToString(), actual.ToString());
            return;
        }

        var wanted = expected.Elements().ToLookup(static child => child.Name.LocalName, StringComparer.Ordinal);
        var sent = actual.Elements().ToLookup(static child => child.Name.LocalName, StringComparer.Ordinal);
        foreach (var name in wanted.Select(static group => group.Key).Union(sent.Select(static group => group.Key)))
        {
            var property = properties?.FirstOrDefault(p => (p.SentName ?? p.WireName) == name);
            var childType = property is null ? (type as WireType)?.Element ?? EntryValue(type, name)
                : property is { IsFlattened: true, Type: WireType { Kind: WireKind.List, Element: { } item } } ? item
                : property.Type;
            var places = wanted[name].Count();
            if (places != sent[name].Count())
            {
                differences.Expect(path + "/" + name + ": count", places, sent[name].Count());
            }

            foreach (var (index, (first, second)) in wanted[name].Zip(sent[name]).Index())
            {
                Element(childType, null, first, second, path + "/" + name + (places == 1 ? "" : "[" + index.ToString(CultureInfo.InvariantCulture) + "]"));
            }
        }
    }

    private static TypePlan? EntryValue(TypePlan? type, string name) => name == "key" ? null : type;

    /// <summary>Compares the attributes and the declarations of prefixes. The default namespace is part of the names.</summary>
    private void Attributes(XElement expected, XElement actual, string path)
    {
        var wanted = AttributesOf(expected);
        var sent = AttributesOf(actual);
        foreach (var name in wanted.Keys.Union(sent.Keys))
        {
            differences.Expect(path + "/@" + name, wanted.GetValueOrDefault(name), sent.GetValueOrDefault(name));
        }
    }

    private static Dictionary<XName, string> AttributesOf(XElement element) => element.Attributes()
        .Where(static attribute => attribute is not { IsNamespaceDeclaration: true, Name.LocalName: "xmlns" })
        .ToDictionary(static attribute => attribute.Name, static attribute => attribute.Value);

    private IReadOnlyList<PropertyPlan>? PropertiesOf(TypePlan? type) => type switch
    {
        WireType { Kind: WireKind.Structure } structure => plan.Structure(structure),
        WireType { Kind: WireKind.Union } union => [.. plan.Union(union).Variants],
        _ => null,
    };
}
