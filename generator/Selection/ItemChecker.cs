using System.Collections.Generic;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;

namespace DataZoneGen.Generator.Selection;

/// <summary>Reports items that match no service, and unknown metadata.</summary>
internal static class ItemChecker
{
    public static void Check(IEnumerable<ItemList> lists, IEnumerable<ProjectFile> projects, List<DiagnosticInfo> diagnostics)
    {
        foreach (var list in lists)
        {
            CheckIncludes(list, diagnostics);
        }

        foreach (var project in projects)
        {
            foreach (var element in project.Elements)
            {
                foreach (var unknown in element.UnknownNames)
                {
                    diagnostics.Add(DiagnosticInfo.Create(
                        DiagnosticDescriptors.UnknownMetadata,
                        unknown.SourceLocation,
                        unknown.Name,
                        Suggestions.Sentence(unknown.Name, ProjectFileReader.OptionNames)));
                }
            }
        }
    }

    private static void CheckIncludes(ItemList list, List<DiagnosticInfo> diagnostics)
    {
        foreach (var item in list.Items)
        {
            switch (item.Kind)
            {
                case ItemKind.Unknown:
                    diagnostics.Add(DiagnosticInfo.Create(
                        DiagnosticDescriptors.UnknownService,
                        item.Locations.Item,
                        item.Include,
                        string.Join(", ", list.PackageServices),
                        Suggestions.Sentence(item.Include, list.PackageServices)));
                    break;
                case ItemKind.Folder:
                    diagnostics.Add(DiagnosticInfo.Create(
                        DiagnosticDescriptors.FolderIncluded, item.Locations.Item, item.Include, item.Include.TrimEnd('/', '\\') + "/*.json"));
                    break;
            }
        }
    }
}
