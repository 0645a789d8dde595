using DataZoneGen.Generator.Emit.Bodies;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bindings;

/// <summary>Writes the code for members that are in headers, and for members whose text is elsewhere outside of bodies.</summary>
internal static class HeaderCode
{
    /// <summary>Writes the statements that write a member of <paramref name="owner"/> to headers of <paramref name="target"/>.</summary>
    public static void Write(SourceWriter writer, PropertyPlan property, string owner, string target)
    {
        var name = Literals.String(property.HttpName);
        if (property.Binding == PropertyBinding.PrefixHeaders)
        {
            using (writer.Block("foreach (var entry in " + OrEmpty(property, owner) + ")"))
            {
                writer.Line(target + ".Header(" + name + " + entry.Key, entry.Value);");
            }

            return;
        }

        if (property.Type is not WireType { Element: { } element })
        {
            writer.Line(target + (property.IsJsonValue ? ".HeaderJson(" : ".Header(") + name + ", " + Text(property, owner) + ");");
            return;
        }

        using (writer.Block("if (" + owner + "." + property.Name + " is { } " + property.Local + ")"))
        {
            writer.Line(target + ".HeaderList(" + name + ");");
            using (writer.Block("foreach (var item in " + property.Local + ")"))
            {
                writer.Line(target + (property.IsJsonValue ? ".HeaderJsonItem(" : ".HeaderItem(") + name + ", " + ItemText(element, "item") + ");");
            }
        }
    }

    /// <summary>Returns an expression that reads a member from <paramref name="source"/>: headers, a query or the labels of a path.</summary>
    public static string Read(PropertyPlan property, string source, string name)
    {
        var argument = "(" + Literals.String(name);
        var fallback = property.IsNullable ? "" : " ?? " + (property.Empty ?? "default");
        return source + property.Type switch
        {
            ScalarType when property.IsJsonValue => ".Json" + argument + ")" + fallback,
            ScalarType { Kind: ScalarKind.String } => ".String" + argument + ")" + fallback,
            WireType { Element: TimestampType } => ".Timestamps" + argument + ")" + fallback,
            WireType { Element: EnumType element } => ".List" + argument + ", static text => new " + element.CSharp + "(text))" + fallback,
            WireType when property.IsJsonValue => ".List" + argument + ", " + CSharpTypes.Wire + "HeaderText.Json)" + fallback,
            WireType { Element: ScalarType element } => ".List" + argument + ", " + CSharpTypes.Wire + "HeaderText." + element.Kind + ")" + fallback,
            ScalarType scalar => "." + scalar.Kind + argument + ")" + fallback,
            TimestampType => ".Timestamp" + argument + ")" + fallback,
            EnumType enumeration => ".String" + argument + ") is { } " + property.Local + " ? new " + enumeration.CSharp + "(" + property.Local + ") : "
                + (property.IsNullable ? "null" : property.Empty ?? "default"),
            _ => throw new System.InvalidOperationException("no header of type " + property.Type),
        };
    }

    /// <summary>Returns the value as an argument of a method that has an overload for each wire type.</summary>
    public static string Text(PropertyPlan property, string owner)
    {
        var value = owner + "." + property.Name;
        return property.Type switch
        {
            EnumType => value + (property.IsNullable ? "?.Value" : ".Value"),
            TimestampType timestamp => value + ", " + ValueCode.Format(timestamp),
            _ when property.IsIdempotencyToken => "request.IdempotencyToken(" + value + ")",
            _ => value,
        };
    }

    public static string ItemText(TypePlan type, string item) => type switch
    {
        EnumType => item + ".Value",
        TimestampType timestamp => item + ", " + ValueCode.Format(timestamp),
        _ => item,
    };

    /// <summary>Returns an expression for the list or map, which is empty if it is null.</summary>
    public static string OrEmpty(PropertyPlan property, string owner) =>
        owner + "." + property.Name + (property.IsNullable ? " ?? " + ((WireType)property.Type).Empty : "");
}
