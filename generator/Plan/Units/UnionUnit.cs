using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record UnionUnit(UnitContext Context, string Name, string Wire, DocPlan Doc, EquatableArray<PropertyPlan> Variants) : UnitPlan(Context)
{
    public bool IsRead { get; init; }

    public bool IsWritten { get; init; }

    public bool IsSensitive { get; init; }

    /// <summary>Null if the element is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }

    /// <summary>The variants, ordered by the length of their wire names, as readers compare them.</summary>
    public IEnumerable<PropertyPlan> VariantsByLength => Variants.OrderBy(static variant => Encoding.UTF8.GetByteCount(variant.WireName));

    /// <summary>The variants that System.Text.Json can read and write. Errors among events are exceptions, which it cannot.</summary>
    public IEnumerable<PropertyPlan> JsonVariants => Variants.Where(static variant => !variant.IsError);
}

/// <summary>An event stream: the union of its events, and the errors that end it.</summary>
internal sealed record EventStreamUnit(UnionUnit Union, EquatableArray<ErrorCasePlan> Errors) : UnitPlan(Union.Context)
{
    /// <summary>The errors that a fake writes when they end the stream; empty in clients.</summary>
    public EquatableArray<EventErrorPlan> WrittenErrors { get; init; }

    /// <summary>The events, ordered by the length of their wire names, as readers compare them.</summary>
    public IEnumerable<PropertyPlan> EventsByLength => Union.VariantsByLength.Where(static variant => !variant.IsError);
}

/// <summary>An error that is written as an event.</summary>
/// <param name="Name">The name of the event.</param>
/// <param name="Type">The exception.</param>
/// <param name="Wire">The class that writes it.</param>
/// <param name="Local">The name of a variable for the exception.</param>
internal sealed record EventErrorPlan(string Name, string Type, string Wire, string Local);
