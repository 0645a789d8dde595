using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes the files of a unit. What a person reads first stands in one file, the plumbing in a sibling ending in <c>.Wire</c>.</summary>
internal static class Emitter
{
    public static EquatableArray<GeneratedFile> Emit(UnitPlan unit) => Files(unit)
        .Select(file => new GeneratedFile(unit.Context.HintName(file.Name), file.Writer.ToString()))
        .ToEquatableArray();

    private static IEnumerable<(string Name, SourceWriter Writer)> Files(UnitPlan unit) => unit switch
    {
        ClientUnit client => ClientEmitter.Emit(client),
        OperationUnit operation => OperationEmitter.Emit(operation),
        StructureUnit structure => StructureEmitter.Emit(structure),
        EnumUnit enumeration => EnumEmitter.Emit(enumeration),
        UnionUnit union => UnionEmitter.Emit(union),
        EventStreamUnit stream => EventStreamEmitter.Emit(stream),
        CollectionUnit collection => CollectionEmitter.Emit(collection),
        ErrorUnit error => ErrorEmitter.Emit(error),
        PaginatorUnit paginators => PaginatorEmitter.Emit(paginators),
        WaiterUnit waiter => WaiterEmitter.Emit(waiter),
        WaiterMethodsUnit waiters => WaiterEmitter.Emit(waiters),
        EndpointUnit endpoints => EndpointEmitter.Emit(endpoints),
        RegistrationUnit registration => RegistrationEmitter.Emit(registration),
        _ => throw new InvalidOperationException("no emitter for " + unit.GetType().Name),
    };
}
