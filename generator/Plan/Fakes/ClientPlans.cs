using System.Collections.Generic;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Protocols;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Fakes;

/// <summary>What is planned for the client, from which the fake is planned: the types are the same, and only the wire differs.</summary>
/// <param name="Closure">The selected part of the service, as the protocol binds it.</param>
/// <param name="Protocol">The planner of the protocol.</param>
/// <param name="Shapes">The shapes.</param>
/// <param name="Names">The C# names of the shapes.</param>
/// <param name="Client">The client.</param>
internal sealed record ClientPlans(Closure Closure, ProtocolPlanner Protocol, ShapeTable Shapes, NameTable Names, ClientUnit Client)
{
    public IReadOnlyList<(OperationModel Model, OperationPlan Plan)> Operations { get; init; } = [];

    public IReadOnlyList<StructurePlan> Structures { get; init; } = [];

    public IReadOnlyList<UnionUnit> Unions { get; init; } = [];

    public IReadOnlyList<EventStreamUnit> EventStreams { get; init; } = [];

    public IReadOnlyList<EnumUnit> Enums { get; init; } = [];

    public IReadOnlyList<CollectionPlan> Collections { get; init; } = [];

    public IReadOnlyList<ErrorUnit> Errors { get; init; } = [];
}
