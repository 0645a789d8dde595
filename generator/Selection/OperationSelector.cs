using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Selects the operations that the items of a service request.</summary>
internal static class OperationSelector
{
    public static IReadOnlyList<OperationModel> Select(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        var reported = diagnostics.Count;

        // One element of a project file becomes one item for each file that it matches, all with the same list. A name in the list needs to be in
        // only one of the files.
        foreach (var items in service.Requests.GroupBy(static r => (r.Item.Operations, r.Item.Kind)))
        {
            var available = items.SelectMany(static r => r.Operations).Distinct(StringComparer.Ordinal).ToList();
            if (items.Key.Operations is { } list)
            {
                wanted.UnionWith(SelectFromList(service, available, OperationList.Parse(list), items.First().Item.Locations.Operations, diagnostics));
            }
            else if (items.Key.Kind != ItemKind.Package)
            {
                // A model file without a list selects all of its operations. A service in the package needs an explicit list.
                wanted.UnionWith(available);
            }
        }

        // If names were wrong, they were reported already; then this diagnostic would only repeat them.
        if (wanted.Count == 0 && diagnostics.Count == reported)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NothingSelected, service.Requests[0].Item.Locations.Operations, service.Metadata.ServiceId));
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
