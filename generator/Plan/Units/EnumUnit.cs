using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Plan.Units;

internal sealed record EnumUnit(UnitContext Context, string Name, string Wire, DocPlan Doc, EquatableArray<EnumValuePlan> Values, bool IsRead) : UnitPlan(Context)
{
    /// <summary>The C# enum that lists the known values.</summary>
    public string Kind { get; init; } = "";

    /// <summary>Null if the element is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }

    /// <summary>The values, ordered by their lengths, as readers compare them.</summary>
    public IEnumerable<EnumValuePlan> ValuesByLength => Values.OrderBy(static value => Encoding.UTF8.GetByteCount(value.Value));
}

internal sealed record EnumValuePlan(string Name, string Value, DocPlan Doc)
{
    /// <summary>Null if the value is neither deprecated nor experimental.</summary>
    public StabilityPlan? Stability { get; init; }
}
