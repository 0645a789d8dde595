using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record UnionUnit(UnitContext Context, string Name, string Wire, DocPlan Doc, EquatableArray<PropertyPlan> Variants) : UnitPlan(Context)
{
    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }

    public bool IsSensitive { get; init; }

    /// <summary>The message of <c>[Obsolete]</c>, empty for none given; null when the shape is not deprecated.</summary>
    public string? Obsolete { get; init; }

    /// <summary>The variants in the order in which readers tell them apart.</summary>
    public IEnumerable<PropertyPlan> VariantsByLength => Variants.OrderBy(static variant => Encoding.UTF8.GetByteCount(variant.WireName));

    /// <summary>The variants that System.Text.Json can read and write. An error among events is an exception and has no JSON form.</summary>
    public IEnumerable<PropertyPlan> JsonVariants => Variants.Where(static variant => !variant.IsError);
}

/// <summary>A stream of events: the union of its events, which travel one by one, and the errors that end it.</summary>
internal sealed record EventStreamUnit(UnionUnit Union, EquatableArray<ErrorCasePlan> Errors) : UnitPlan(Union.Context)
{
    /// <summary>The events in the order in which readers tell them apart.</summary>
    public IEnumerable<PropertyPlan> EventsByLength => Union.VariantsByLength.Where(static variant => !variant.IsError);
}
