using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Finds services that go into one namespace, where their types may collide.</summary>
internal static class SharedNamespaces
{
    /// <summary>A diagnostic at the item of each service that comes into the namespace of an earlier one.</summary>
    public static IEnumerable<DiagnosticInfo> Find(IEnumerable<Closure> closures, IEnumerable<ServiceModel> services) =>
        from shared in closures.GroupBy(static closure => closure.Namespace, StringComparer.Ordinal)
        let first = shared.First().Metadata.ServiceId
        from other in shared.Skip(1)
        let item = services.First(service => service.Metadata.ServiceId == other.Metadata.ServiceId).Requests[0].Item
        select DiagnosticInfo.Create(DiagnosticDescriptors.SharedNamespace, item.Places.Namespace, first, other.Metadata.ServiceId, shared.Key);
}
