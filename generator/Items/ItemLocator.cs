using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Items;

/// <summary>
/// Finds the element of the project file that defines an item. MSBuild provides only the file, so the element is found by its values. If
/// several elements match, the location is the start of the file.
/// </summary>
internal static class ItemLocator
{
    private static readonly string[] Expressions = ["$(", "@(", "%("];

    private static readonly string[] Wildcards = ["*", "?", .. Expressions];

    public static ServiceItem Locate(ServiceItem item, IEnumerable<ProjectFile> projects)
    {
        if (item.Project is not { } path)
        {
            return item;
        }

        var project = projects.FirstOrDefault(p => string.Equals(p.Path, path, StringComparison.OrdinalIgnoreCase));
        var element = project is null ? null : Find(project.Elements, item);
        return item with { Locations = element?.Locations ?? ItemLocations.From(ProjectFile.Start(path)) };
    }

    private static ItemElement? Find(IEnumerable<ItemElement> elements, ServiceItem item)
    {
        var possible = elements
            .Where(element => element.Include is not null
                && Matches(element.Operations, item.Operations)
                && Matches(element.Namespace, item.Namespace)
                && Matches(element.Access, item.Access)
                && Matches(element.Protocol, item.Protocol)
                && Matches(element.MaxShapes, item.MaxShapes)
                && Matches(element.Fake, item.Fake))
            .ToList();
        if (possible.FirstOrDefault(element => Includes(element).Contains(Path(item.Include), StringComparer.OrdinalIgnoreCase)) is { } named)
        {
            return named;
        }

        var open = possible.Where(static element => Wildcards.Any(wildcard => element.Include!.Contains(wildcard))).Take(2).ToList();
        return open.Count == 1 ? open[0] : null;
    }

    private static IEnumerable<string> Includes(ItemElement element) => element.Include!.Split(';').Select(Path);

    private static string Path(string include) => include.Trim().Replace('\\', '/');

    /// <summary>Returns whether an option in the file can have the evaluated value. An expression can have any value; a missing option can be set elsewhere.</summary>
    private static bool Matches(string? written, string? value) =>
        written is null || Expressions.Any(written.Contains) || RemoveWhiteSpace(written) == RemoveWhiteSpace(value ?? "");

    private static string RemoveWhiteSpace(string text) => string.Concat(text.Where(static c => !char.IsWhiteSpace(c)));
}
