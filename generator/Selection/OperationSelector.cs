using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Finds the operations that the items of a service ask for.</summary>
internal static class OperationSelector
{
    public static IReadOnlyList<OperationModel> Select(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var reported = diagnostics.Count;

        // One element of a project file is an item for each file that it matches, all of them with one list: a name in the list needs to
        // be in one of the files only.
        foreach (var items in service.Requests.GroupBy(static r => (r.Item.Operations, r.Item.Kind)))
        {
            var available = items.SelectMany(static r => r.Operations).Distinct(StringComparer.Ordinal).ToList();
            if (items.Key.Operations is { } list)
            {
                wanted.UnionWith(SelectFromList(service, available, OperationList.Parse(list), items.First().Item.Places.Operations, diagnostics));
            }
            else if (items.Key.Kind != ItemKind.Package)
            {
                // A dropped-in file without a list means all that it holds; a service of the package never means all of it.
                wanted.UnionWith(available);
            }
        }

        // Names that are wrong have been reported, and that nothing is left over follows from them.
        if (wanted.Count == 0 && diagnostics.Count == reported)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NothingSelected, service.Requests[0].Item.Places.Operations, service.Metadata.ServiceId));
        }

        return service.Operations.Where(o => wanted.Contains(o.Name)).ToList();
    }

    private static IEnumerable<string> SelectFromList(
        ServiceModel service, List<string> available, OperationList list, SourceLocation location, List<DiagnosticInfo> diagnostics)
    {
        foreach (var pattern in list.Patterns)
        {
            if (!pattern.IsWellFormed)
            {
                diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.SuspiciousSelection, location, pattern.Text));
            }
            else if (!available.Any(pattern.Matches))
            {
                diagnostics.Add(DiagnosticInfo.Create(
                    DiagnosticDescriptors.UnknownOperation, location, pattern.Text, service.Metadata.ServiceId, Suggestions.Sentence(pattern.Text, available)));
            }
        }

        return available.Where(list.Selects);
    }
}
