using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Wire;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>Makes a request with what the client requires and nothing else.</summary>
internal sealed class MinimalInput(GeneratedClient client)
{
    private static readonly JsonElement EmptyDocument = JsonSerializer.SerializeToElement(new { });

    public object Of(OperationPlan operation) => Structure(operation.Request.Properties, client.Type(operation.Request.Name));

    private object Structure(IEnumerable<PropertyPlan> properties, Type type)
    {
        var value = Activator.CreateInstance(type)!;
        foreach (var property in properties.Where(static p => !p.IsNullable))
        {
            var target = type.GetProperty(property.Name)!;
            target.SetValue(value, Value(property.Type, target.PropertyType));
        }

        return value;
    }

    private object Value(TypePlan type, Type target) => type switch
    {
        ScalarType { Kind: ScalarKind.String } => "any",
        ScalarType { Kind: ScalarKind.Document } => EmptyDocument,
        ScalarType { Kind: ScalarKind.Stream } => new MemoryStream(),
        ScalarType => Activator.CreateInstance(target)!,
        TimestampType => DateTimeOffset.UnixEpoch,
        EnumType => Activator.CreateInstance(target, "any")!,
        WireType { Kind: WireKind.Structure } structure => Structure(client.Plan.Structure(structure), target),
        WireType { Kind: WireKind.Union } union => Variant(client.Plan.Union(union).Variants[0], target),
        EventStreamType => typeof(Events).GetMethod(nameof(Events.Empty))!.MakeGenericMethod(target.GetGenericArguments()).Invoke(null, null)!,
        WireType { Kind: WireKind.List } => Array.CreateInstance(target.GetGenericArguments()[0], 0),
        _ => (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(target.GetGenericArguments()))!,
    };

    private object Variant(PropertyPlan variant, Type union)
    {
        var record = union.GetNestedType(variant.Name)!;
        return Activator.CreateInstance(record, Value(variant.Type, record.GetProperty("Value")!.PropertyType))!;
    }
}
