using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Reports a selection that uses more shapes than the project allows, with the operations that bring the most of them.</summary>
internal static class ShapeBudget
{
    private const int NamedOperations = 3;

    /// <summary>Checks the selected operations. A problem is added to <paramref name="diagnostics"/>.</summary>
    /// <param name="service">The service.</param>
    /// <param name="operations">The operations that are generated.</param>
    /// <param name="shapes">The shapes of the service.</param>
    /// <param name="count">How many shapes the operations use.</param>
    /// <param name="diagnostics">The list to which a problem is added.</param>
    public static void Check(ServiceModel service, IReadOnlyList<OperationModel> operations, ShapeTable shapes, int count, List<DiagnosticInfo> diagnostics)
    {
        if (ServiceOptions.FindMaxShapes(service, diagnostics) is { } limit && count > limit.Value)
        {
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.TooManyShapes,
                limit.SourceLocation,
                service.Metadata.ServiceId,
                count.ToString(CultureInfo.InvariantCulture),
                limit.Value.ToString(CultureInfo.InvariantCulture),
                Describe(operations, shapes)));
        }
    }

    private static string Describe(IReadOnlyList<OperationModel> operations, ShapeTable shapes)
    {
        var reached = operations.ToDictionary(static operation => operation.Name, operation => Reach(operation, shapes), StringComparer.Ordinal);
        var uses = reached.Values.SelectMany(static names => names).GroupBy(static name => name, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.Count(), StringComparer.Ordinal);
        var most = reached
            .Select(entry => (entry.Key, All: entry.Value.Count, Alone: entry.Value.Count(name => uses[name] == 1)))
            .OrderByDescending(static entry => entry.Alone)
            .ThenByDescending(static entry => entry.All)
            .ThenBy(static entry => entry.Key, StringComparer.Ordinal)
            .Take(NamedOperations);
        return string.Join(", ", most.Select(static entry => FormattableString.Invariant($"'{entry.Key}' ({entry.All}, {entry.Alone} of them used by no other)")));
    }

    private static HashSet<string> Reach(OperationModel operation, ShapeTable shapes)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>(new[] { operation.Input, operation.Output }.OfType<string>().Concat(operation.Errors));
        while (waiting.Count > 0)
        {
            var name = waiting.Pop();
            if (reached.Add(name))
            {
                foreach (var reference in ShapeTable.References(shapes[name]))
                {
                    waiting.Push(reference.Shape);
                }
            }
        }

        return reached;
    }
}
