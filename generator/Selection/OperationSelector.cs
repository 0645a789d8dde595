using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Finds the operations that the items of a service ask for.</summary>
internal static class OperationSelector
{
    public static IReadOnlyList<OperationModel> Select(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        var wanted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in service.Requests.GroupBy(static r => r.Options.Item, StringComparer.Ordinal))
        {
            var request = item.First();
            var available = item.SelectMany(static r => r.Operations).ToList();
            if (request.Options.Operations is { } list)
            {
                wanted.UnionWith(SelectFromItem(service, available, list, request.Place, diagnostics));
            }
            else if (!request.Options.IsPackageService)
            {
                // A dropped-in file without a list means all that it holds; a service of the package never means all of it.
                wanted.UnionWith(available);
            }
        }

        if (wanted.Count == 0)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.NothingSelected, service.Requests[0].Place, service.Metadata.ServiceId));
        }

        return service.Operations.Where(o => wanted.Contains(o.Name)).ToList();
    }

    private static HashSet<string> SelectFromItem(
        ServiceModel service, List<string> available, string list, Place place, List<DiagnosticInfo> diagnostics)
    {
        var selected = new HashSet<string>(StringComparer.Ordinal);
        var patterns = OperationPattern.ParseList(list);
        foreach (var pattern in patterns)
        {
            var matches = available.Where(pattern.Matches).ToList();
            if (!pattern.IsWellFormed)
            {
                diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.SuspiciousSelection, place, pattern.Text));
            }
            else if (matches.Count == 0)
            {
                var suggestion = Suggestions.For(pattern.Text, available) is { } name ? "; did you mean '" + name + "'?" : "";
                diagnostics.Add(DiagnosticInfo.Create(
                    DiagnosticDescriptors.UnknownOperation, place, pattern.Text, service.Metadata.ServiceId, suggestion));
            }

            if (!pattern.IsExclusion)
            {
                selected.UnionWith(matches);
            }
        }

        foreach (var pattern in patterns.Where(static p => p.IsExclusion))
        {
            selected.RemoveWhere(pattern.Matches);
        }

        return selected;
    }
}
