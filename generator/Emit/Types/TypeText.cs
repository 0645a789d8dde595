using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Types;

/// <summary>Writes expressions for records and unions.</summary>
internal static class TypeText
{
    /// <summary>An unqualified name in a type.</summary>
    private static readonly Regex SimpleName = new(@"(?<![\w.:])\w+(?![\w:])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    /// <summary>Returns the name of the variant's type inside the union, where a variant with the same name would hide it.</summary>
    public static string TypeInside(UnionUnit unit, PropertyPlan variant)
    {
        var hidden = new HashSet<string>(unit.Variants.Select(static v => v.Name)) { "Unknown" };
        return SimpleName.Replace(variant.Type.CSharp, name => hidden.Contains(name.Value) ? "global::" + unit.Context.Namespace + "." + name.Value : name.Value);
    }

    /// <summary>Returns an expression for the value of a property in the text of a record.</summary>
    public static string PrintedValue(PropertyPlan property, bool isOwnerSensitive) =>
        (isOwnerSensitive || property.IsSensitive, property.IsNullable || !property.Type.IsValueType) switch
        {
            (true, true) => property.Name + " is null ? null : \"***\"",
            (true, false) => "\"***\"",
            _ when property.IsCollection => CSharpTypes.Wire + "RecordText.Of(" + property.Name + ")",
            _ => "(object?)" + property.Name,
        };
}
