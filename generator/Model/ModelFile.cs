using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// The part of a service in one file. A service can consist of many files, so any part can be missing. The item is from the file's own
/// metadata; items of the project with the same key replace it.
/// </summary>
internal sealed record ModelFile(string Path, ServiceItem Item)
{
    /// <summary>The start of the file, for diagnostics about the whole file.</summary>
    public SourceLocation SourceLocation { get; init; }

    public ServiceMetadata? Metadata { get; init; }

    public EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>The operation of a file that was not read because no item selects it.</summary>
    public string? UnreadOperation { get; init; }

    /// <summary>The names of the operations in the file, read or not.</summary>
    public IEnumerable<string> OperationNames => UnreadOperation is null ? Operations.Select(static operation => operation.Name) : [UnreadOperation];

    public EquatableArray<Shape> Shapes { get; init; }

    public EquatableArray<PaginatorModel> Paginators { get; init; }

    public EquatableArray<WaiterModel> Waiters { get; init; }

    public EndpointRuleSet? EndpointRules { get; init; }

    public EquatableArray<ClientContextParam> ClientContextParams { get; init; }

    /// <summary>The changes to other files of the service.</summary>
    public ModelExtras? Extras { get; init; }

    public EquatableArray<DiagnosticInfo> Diagnostics { get; init; }
}
