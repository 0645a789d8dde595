using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;

namespace DataZoneGen.Generator.Model;

/// <summary>
/// What one file contributes to a service. Any part may be absent: a service may be spread over many files. The item is what the file's
/// own metadata says; items of the project that have its key take its place.
/// </summary>
internal sealed record ModelFile(string Path, ServiceItem Item)
{
    /// <summary>The start of the file, for what concerns all of it.</summary>
    public SourceLocation SourceLocation { get; init; }

    public ServiceMetadata? Metadata { get; init; }

    public EquatableArray<OperationModel> Operations { get; init; }

    /// <summary>The operation of a file that was not read, because no item selects it.</summary>
    public string? UnreadOperation { get; init; }

    /// <summary>The names of the operations that the file holds, read or not.</summary>
    public IEnumerable<string> OperationNames => UnreadOperation is null ? Operations.Select(static operation => operation.Name) : [UnreadOperation];

    public EquatableArray<Shape> Shapes { get; init; }

    public EquatableArray<PaginatorModel> Paginators { get; init; }

    public EquatableArray<WaiterModel> Waiters { get; init; }

    public EndpointRuleSet? EndpointRules { get; init; }

    public EquatableArray<ClientContextParam> ClientContextParams { get; init; }

    /// <summary>What the file amends in others of its service.</summary>
    public ModelExtras? Extras { get; init; }

    public EquatableArray<DiagnosticInfo> Diagnostics { get; init; }
}
