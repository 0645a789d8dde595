using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.ModelLocks;

/// <summary>A service that the project compares with a lock file.</summary>
/// <param name="Path">The path of the lock file.</param>
/// <param name="PathLocation">Where the project names the lock file.</param>
/// <param name="Service">The facts of the current model.</param>
internal sealed record LockTarget(string Path, SourceLocation PathLocation, LockedService Service)
{
    /// <summary>The Operations of the items.</summary>
    public EquatableArray<OperationList> Lists { get; init; }

    /// <summary>Whether an item selects all operations of its files.</summary>
    public bool SelectsAll { get; init; }

    /// <summary>Where the project selects operations.</summary>
    public SourceLocation OperationsLocation { get; init; }

    /// <summary>Returns whether the project still asks for an operation that the model may not have any more.</summary>
    public bool Selects(string operation) => SelectsAll || Lists.Any(list => list.Selects(operation));

    /// <summary>Returns the services with a lock file. Problems are added to <paramref name="diagnostics"/>.</summary>
    public static EquatableArray<LockTarget> Create(IEnumerable<ServiceModel> services, IEnumerable<Closure> closures, List<DiagnosticInfo> diagnostics)
    {
        var byId = closures.ToDictionary(static closure => closure.Metadata.ServiceId, StringComparer.Ordinal);
        return services
            .Select(service => byId.TryGetValue(service.Metadata.ServiceId, out var closure) ? Create(service, closure, diagnostics) : null)
            .OfType<LockTarget>()
            .ToEquatableArray();
    }

    private static LockTarget? Create(ServiceModel service, Closure closure, List<DiagnosticInfo> diagnostics)
    {
        if (ServiceOptions.FindModelLock(service, diagnostics) is not { } path)
        {
            return null;
        }

        var items = service.Requests.Select(static request => request.Item).ToList();
        return new LockTarget(path.Value, path.SourceLocation, LockBuilder.Build(closure))
        {
            Lists = items.Select(static item => item.Operations).OfType<string>().Distinct(StringComparer.Ordinal).Select(OperationList.Parse).ToEquatableArray(),
            SelectsAll = items.Any(static item => item.Operations is null && item.Kind != ItemKind.Package),
            OperationsLocation = items[0].Locations.Operations,
        };
    }
}
