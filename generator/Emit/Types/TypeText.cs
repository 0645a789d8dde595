using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Types;

/// <summary>Writes expressions for records.</summary>
internal static class TypeText
{
    /// <summary>Returns an expression for the value of a property in the text of a record.</summary>
    public static string PrintedValue(PropertyPlan property, bool isOwnerSensitive) =>
        (isOwnerSensitive || property.IsSensitive, property.IsNullable || !property.Type.IsValueType) switch
        {
            (true, true) => property.Name + " is null ? null : \"***\"",
            (true, false) => "\"***\"",
            _ when property.IsCollection => CSharpTypes.Wire + "RecordText.From(" + property.Name + ")",
            _ => "(object?)" + property.Name,
        };
}
