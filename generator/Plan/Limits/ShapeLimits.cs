using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Limits;

/// <summary>Finds the limits that the model has for the values of a shape.</summary>
internal static class ShapeLimits
{
    /// <summary>Returns the limit of a shape, without those of its items and keys; null if there is none. An enumeration has values instead of limits.</summary>
    public static LimitPlan? Of(Shape shape)
    {
        var (min, max, pattern) = (shape.Constraints.Min, shape.Constraints.Max, shape.Constraints.Pattern is { Length: > 0 } text ? text : null);
        var least = min == "0" ? null : min;
        return shape.Kind switch
        {
            ShapeKind.String when shape.EnumValues.Count > 0 => null,
            ShapeKind.String when least is not null || max is not null || pattern is not null => new LimitPlan(LimitKind.Text, least, max) { Pattern = pattern },
            ShapeKind.Blob when !shape.IsStreaming => Create(LimitKind.Bytes, least, max),
            ShapeKind.Integer or ShapeKind.Long or ShapeKind.Float or ShapeKind.Double => Create(LimitKind.Number, min, max),
            ShapeKind.List => Create(LimitKind.List, least, max),
            ShapeKind.Map => Create(LimitKind.Map, least, max),
            _ => null,
        };
    }

    private static LimitPlan? Create(LimitKind kind, string? min, string? max) => min is null && max is null ? null : new LimitPlan(kind, min, max);
}
