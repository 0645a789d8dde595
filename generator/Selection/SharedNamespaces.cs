using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Finds services in the same namespace, where their types may conflict.</summary>
internal static class SharedNamespaces
{
    /// <summary>Returns a diagnostic for each service whose namespace another service already has.</summary>
    public static IEnumerable<DiagnosticInfo> Find(IEnumerable<Closure> closures, IEnumerable<ServiceModel> services) =>
        from shared in closures.GroupBy(static closure => closure.Namespace, StringComparer.Ordinal)
        let first = shared.First().Metadata.ServiceId
        from other in shared.Skip(1)
        let item = services.First(service => service.Metadata.ServiceId == other.Metadata.ServiceId).Requests[0].Item
        select DiagnosticInfo.Create(DiagnosticDescriptors.SharedNamespace, item.Locations.Namespace, first, other.Metadata.ServiceId, shared.Key);
}
