using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Items;

/// <summary>The AwsService items of a project and, if an item is unknown, the services in the package.</summary>
internal sealed record ItemList(EquatableArray<ServiceItem> Items, EquatableArray<string> PackageServices);

/// <summary>
/// Reads the list of items that DataZoneGen.targets writes: one <c>Name=value</c> per line; each Include starts an item. A line without a
/// name continues the previous value, because lists of operations often have several lines.
/// </summary>
internal static class ItemListReader
{
    private static readonly string[] Names = ["Include", "Kind", "Key", "Project", "Operations", "Namespace", "Access", "Protocol", "ModelLock", "MaxShapes", "Fake", "Service"];

    public static ItemList Read(SourceText text)
    {
        var items = new List<ServiceItem>();
        var services = new List<string>();
        foreach (var (name, value) in Fields(text))
        {
            switch (name)
            {
                case "Include":
                    items.Add(new ServiceItem(value) { Include = value });
                    break;
                case "Service":
                    services.Add(value);
                    break;
                default:
                    if (items.Count > 0 && value.Length > 0)
                    {
                        items[items.Count - 1] = With(items[items.Count - 1], name, value);
                    }

                    break;
            }
        }

        return new ItemList(items.ToEquatableArray(), services.OrderBy(static s => s, StringComparer.Ordinal).ToEquatableArray());
    }

    private static IEnumerable<(string Name, string Value)> Fields(SourceText text)
    {
        string? name = null;
        var value = "";
        foreach (var line in text.Lines.Select(static line => line.ToString()))
        {
            if (Names.FirstOrDefault(n => line.StartsWith(n + "=", StringComparison.Ordinal)) is { } next)
            {
                if (name is not null)
                {
                    yield return (name, value.Trim());
                }

                name = next;
                value = line.Substring(next.Length + 1);
            }
            else
            {
                value += "\n" + line;
            }
        }

        if (name is not null)
        {
            yield return (name, value.Trim());
        }
    }

    private static ServiceItem With(ServiceItem item, string name, string value) => name switch
    {
        "Kind" => item with { Kind = Enum.TryParse<ItemKind>(value, out var kind) ? kind : ItemKind.Unknown },
        "Key" => item with { Key = value },
        "Project" => item with { Project = value },
        "Operations" => item with { Operations = value },
        "Namespace" => item with { Namespace = value },
        "Access" => item with { Access = value },
        "Protocol" => item with { Protocol = value },
        "ModelLock" => item with { ModelLock = value },
        "MaxShapes" => item with { MaxShapes = value },
        _ => item with { Fake = value },
    };
}
