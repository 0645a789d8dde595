using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>Makes objects of a generated client from the values of a vector.</summary>
internal sealed class ValueBuilder(ClientPlan plan, ValueNotation notation)
{
    /// <summary>Makes a request or structure. A null in the vector means that the member is not set.</summary>
    public object Structure(IEnumerable<PropertyPlan> properties, Type type, JsonElement members)
    {
        var value = Activator.CreateInstance(type)!;
        Fill(value, properties, members);
        return value;
    }

    /// <summary>Sets the members of an object.</summary>
    public void Fill(object value, IEnumerable<PropertyPlan> properties, JsonElement members)
    {
        var type = value.GetType();
        var byMember = properties.ToDictionary(static p => p.Member, StringComparer.Ordinal);
        foreach (var member in members.EnumerateObject())
        {
            if (!byMember.TryGetValue(member.Name, out var property))
            {
                throw new InvalidOperationException($"{type.Name} has no property for the member '{member.Name}'");
            }

            if (member.Value.ValueKind != JsonValueKind.Null || property.Type is ScalarType { Kind: ScalarKind.Document })
            {
                var target = type.GetProperty(property.Name)!;
                target.SetValue(
                    value, property.IsJsonValue ? notation.JsonText(member.Value) : Build(property.Type, target.PropertyType, member.Value));
            }
        }
    }

    public object? Build(TypePlan type, Type target, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Null && type is not ScalarType { Kind: ScalarKind.Document })
        {
            return null;
        }

        target = Nullable.GetUnderlyingType(target) ?? target;
        return type switch
        {
            ScalarType scalar => Scalar(scalar.Kind, target, value),
            TimestampType => notation.Timestamp(value),
            EnumType => Activator.CreateInstance(target, value.GetString()),
            WireType { Kind: WireKind.Structure } structure => Structure(plan.Structure(structure), target, value),
            WireType { Kind: WireKind.Union } union => Union(plan.Union(union), target, value),
            EventStreamType stream => Events(plan.EventStream(stream), target, value),
            WireType { Kind: WireKind.List } list => List(list, target, value),
            WireType map => Map(map, target, value),
            _ => throw new NotSupportedException("no value of type " + type),
        };
    }

    private object Scalar(ScalarKind kind, Type target, JsonElement value) => kind switch
    {
        ScalarKind.String => value.GetString()!,
        ScalarKind.Boolean => value.GetBoolean(),
        ScalarKind.Int32 => checked((int)ValueNotation.Whole(value)),
        ScalarKind.Int64 => ValueNotation.Whole(value),
        ScalarKind.Single => (float)notation.Floating(value),
        ScalarKind.Double => notation.Floating(value),
        ScalarKind.Document => value,
        ScalarKind.Stream => new MemoryStream(notation.Blob(value)),
        _ => new ReadOnlyMemory<byte>(notation.Blob(value)),
    };

    private object Events(UnionUnit stream, Type target, JsonElement value)
    {
        var type = target.GetGenericArguments()[0];
        var events = Array.CreateInstance(type, value.GetArrayLength());
        for (var i = 0; i < events.Length; i++)
        {
            events.SetValue(Union(stream, type, value[i]), i);
        }

        return typeof(ValueBuilder).GetMethod(nameof(EnumerateAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type).Invoke(null, [events])!;
    }

    private static async IAsyncEnumerable<T> EnumerateAsync<T>(T[] items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return item;
        }
    }

    private object Union(UnionUnit union, Type target, JsonElement value)
    {
        var member = value.EnumerateObject().Single(static m => m.Value.ValueKind != JsonValueKind.Null);
        var variant = union.Variants.FirstOrDefault(v => v.Member == member.Name)
            ?? throw new InvalidOperationException($"{target.Name} has no variant for the member '{member.Name}'");
        var record = target.GetNestedType(variant.Name)!;
        return Activator.CreateInstance(record, Build(variant.Type, record.GetProperty("Value")!.PropertyType, member.Value))!;
    }

    private Array List(WireType type, Type target, JsonElement value)
    {
        var itemType = target.GetGenericArguments()[0];
        var items = Array.CreateInstance(itemType, value.GetArrayLength());
        for (var i = 0; i < items.Length; i++)
        {
            items.SetValue(Build(type.Element!, itemType, value[i]), i);
        }

        return items;
    }

    private object Map(WireType type, Type target, JsonElement value)
    {
        var arguments = target.GetGenericArguments();
        var entries = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        foreach (var entry in value.EnumerateObject())
        {
            entries.Add(entry.Name, Build(type.Element!, arguments[1], entry.Value));
        }

        return entries;
    }
}
