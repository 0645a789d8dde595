using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Reduces a service to its selected part.</summary>
internal static class ClosureBuilder
{
    /// <summary>Builds the closure; returns null if there is nothing to generate. Problems are added to <paramref name="diagnostics"/>.</summary>
    public static Closure? Build(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        var metadata = service.Metadata;
        if (SupportedProtocols.Choose(service, diagnostics) is not { } protocol)
        {
            return null;
        }

        var features = new SupportedFeatures(metadata, protocol);
        var table = new ShapeTable(service.Shapes);
        var reached = new SortedDictionary<string, Shape>(StringComparer.Ordinal);
        var operations = OperationSelector.Select(service, diagnostics)
            .Where(operation => TryReach(operation, features, table, reached, diagnostics))
            .ToEquatableArray();
        if (operations.Count == 0)
        {
            return null;
        }

        var names = new HashSet<string>(operations.Select(static o => o.Name), StringComparer.Ordinal);
        var options = ServiceOptions.From(service, diagnostics);
        return new Closure(metadata, protocol, options.Namespace, options.IsPublic)
        {
            Operations = operations,
            Shapes = reached.Values.ToEquatableArray(),
            Paginators = service.Paginators.Where(p => names.Contains(p.Operation)).ToEquatableArray(),
            Waiters = service.Waiters.Where(w => names.Contains(w.Operation)).ToEquatableArray(),
            EndpointRules = service.EndpointRules,
            ClientContextParams = service.ClientContextParams,
        };
    }

    /// <summary>Adds all shapes of an operation to <paramref name="reached"/>, or reports why the operation is left out.</summary>
    private static bool TryReach(
        OperationModel operation, SupportedFeatures features, ShapeTable table, SortedDictionary<string, Shape> reached, List<DiagnosticInfo> diagnostics)
    {
        if (operation.IsInvalid)
        {
            diagnostics.Add(LeftOut(operation, "its definition is invalid"));
            return false;
        }

        var found = new Dictionary<string, Shape>(StringComparer.Ordinal);
        var waiting = new Stack<(string Name, SourceLocation SourceLocation)>();
        foreach (var root in new[] { operation.Input, operation.Output }.OfType<string>().Concat(operation.Errors))
        {
            waiting.Push((root, operation.SourceLocation));
        }

        while (waiting.Count > 0)
        {
            var (name, place) = waiting.Pop();
            if (found.ContainsKey(name))
            {
                continue;
            }

            if (table.Find(name) is not { } shape)
            {
                diagnostics.Add(DiagnosticInfo.Create(
                    DiagnosticDescriptors.UnknownShape, place, name, operation.Name, Suggestions.Sentence(name, table.Names)));
                return false;
            }

            if (shape.IsInvalid)
            {
                diagnostics.Add(LeftOut(operation, "shape '" + name + "' at " + shape.SourceLocation + " is invalid"));
                return false;
            }

            found.Add(name, shape);
            foreach (var reference in ShapeTable.References(shape))
            {
                waiting.Push((reference.Shape, reference.SourceLocation));
            }
        }

        if (features.GetUnsupportedReason(operation, found) is { } why)
        {
            diagnostics.Add(LeftOut(operation, why));
            return false;
        }

        foreach (var entry in found)
        {
            reached[entry.Key] = entry.Value;
        }

        return true;
    }

    private static DiagnosticInfo LeftOut(OperationModel operation, string why) =>
        DiagnosticInfo.Create(DiagnosticDescriptors.UnsupportedFeature, operation.SourceLocation, operation.Name, why);
}
