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
        var reached = new Dictionary<string, Shape>(StringComparer.Ordinal);
        var selected = OperationSelector.Select(service, diagnostics);
        var endpointOperation = FindEndpointOperation(service, selected, features, table, reached, diagnostics);
        var operations = selected
            .Where(operation => operation == endpointOperation || TryReach(operation, features, table, reached, diagnostics))
            .ToList();
        if (endpointOperation is not null && !operations.Contains(endpointOperation) && operations.Any(IsEndpointDiscovered))
        {
            operations.Add(endpointOperation);
        }

        if (operations.Count == 0)
        {
            return null;
        }

        var names = new HashSet<string>(operations.Select(static o => o.Name), StringComparer.Ordinal);
        var options = ServiceOptions.From(service, diagnostics);
        ShapeBudget.Check(service, operations, table, reached.Count, diagnostics);
        return new Closure(metadata, protocol, options.Namespace, options.IsPublic)
        {
            Fake = ServiceOptions.FindFake(service, diagnostics).Value,
            Operations = operations.OrderBy(static operation => operation.Name, StringComparer.Ordinal).ToEquatableArray(),
            EndpointOperation = operations.Any(IsEndpointDiscovered) ? endpointOperation?.Name : null,
            Shapes = reached.Values.OrderBy(static shape => shape.Name, StringComparer.Ordinal).ToEquatableArray(),
            Paginators = service.Paginators.Where(p => names.Contains(p.Operation)).ToEquatableArray(),
            Waiters = service.Waiters.Where(w => names.Contains(w.Operation)).ToEquatableArray(),
            EndpointRules = service.EndpointRules,
            ClientContextParams = service.ClientContextParams,
        };
    }

    private static bool IsEndpointDiscovered(OperationModel operation) => operation.EndpointDiscovery == EndpointDiscovery.Required;

    /// <summary>Finds the operation that clients call to discover endpoints, if a selected operation requires it. It is generated even if it is not selected.</summary>
    private static OperationModel? FindEndpointOperation(
        ServiceModel service,
        IReadOnlyList<OperationModel> selected,
        SupportedFeatures features,
        ShapeTable table,
        Dictionary<string, Shape> reached,
        List<DiagnosticInfo> diagnostics)
    {
        if (!selected.Any(IsEndpointDiscovered))
        {
            return null;
        }

        var found = EndpointOperation.Find(service, table, out var unsupported);
        if (found is not null && !TryReach(found, features, table, reached, diagnostics))
        {
            unsupported = "its endpoint must be discovered by operation '" + found.Name + "', which is left out";
        }

        features.DiscoveryUnsupported = unsupported;
        return unsupported is null ? found : null;
    }

    /// <summary>Adds all shapes of an operation to <paramref name="reached"/>, or reports why the operation is left out.</summary>
    private static bool TryReach(
        OperationModel operation, SupportedFeatures features, ShapeTable table, Dictionary<string, Shape> reached, List<DiagnosticInfo> diagnostics)
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
