using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;

namespace DataZoneGen.Generator.Selection;

/// <summary>Finds services that go into one namespace, where their types may collide.</summary>
internal static class SharedNamespaces
{
    /// <summary>A diagnostic at each service that comes into the namespace of an earlier one.</summary>
    public static IEnumerable<DiagnosticInfo> Find(IEnumerable<Closure> closures) =>
        from shared in closures.GroupBy(static closure => closure.Namespace, StringComparer.Ordinal)
        let first = shared.First().Metadata.ServiceId
        from other in shared.Skip(1)
        select DiagnosticInfo.Create(DiagnosticDescriptors.SharedNamespace, other.Metadata.Place, first, other.Metadata.ServiceId, shared.Key);
}
