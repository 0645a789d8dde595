using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record EnumUnit(UnitContext Context, string Name, string Wire, DocPlan Doc, EquatableArray<EnumValuePlan> Values, bool IsRead) : UnitPlan(Context)
{
    /// <summary>The C# enum that lists the known values.</summary>
    public string Kind { get; init; } = "";

    /// <summary>The message of <c>[Obsolete]</c>, empty if the model has none; null if the shape is not deprecated.</summary>
    public string? Obsolete { get; init; }

    /// <summary>The values, ordered by their lengths, as readers compare them.</summary>
    public IEnumerable<EnumValuePlan> ValuesByLength => Values.OrderBy(static value => Encoding.UTF8.GetByteCount(value.Value));
}

internal sealed record EnumValuePlan(string Name, string Value, DocPlan Doc);
