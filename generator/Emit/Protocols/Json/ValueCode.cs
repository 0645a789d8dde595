using System.Globalization;
using System.Text;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Protocols.Json;

/// <summary>Writes expressions and statements that read and write JSON values.</summary>
internal static class ValueCode
{
    /// <summary>Returns an expression that reads a value of the type from <c>json</c>.</summary>
    public static string Read(TypePlan type) => type switch
    {
        ScalarType scalar => "json." + scalar.Kind + "()",
        TimestampType => "json.Timestamp()",
        EnumType enumeration => enumeration.Wire + ".Read(ref json)",
        WireType wire => wire.Wire + ".Read(ref json)",
        _ => throw new System.InvalidOperationException("no reader for " + type),
    };

    /// <summary>Returns a statement that writes a value without a name to <c>json</c>: a list element, a map value or a payload.</summary>
    public static string Write(TypePlan type, string value) => type switch
    {
        ScalarType scalar => "json." + scalar.Kind + "(" + value + ");",
        TimestampType timestamp => "json.Timestamp(" + value + ", " + Format(timestamp) + ");",
        EnumType => "json.String(" + value + ".Value);",
        WireType wire => wire.Wire + ".Write(json, " + value + ");",
        _ => throw new System.InvalidOperationException("no writer for " + type),
    };

    /// <summary>Writes a member to the current object of <c>json</c>. A null value is not written.</summary>
    public static void WriteMember(SourceWriter writer, PropertyPlan property, string owner)
    {
        var name = Name(property);
        var value = owner + "." + property.Name;
        switch (property.Type)
        {
            case ScalarType scalar:
                writer.Line("json." + scalar.Kind + "(" + name + ", " + value + ");");
                break;
            case TimestampType timestamp:
                writer.Line("json.Timestamp(" + name + ", " + value + ", " + Format(timestamp) + ");");
                break;
            case EnumType:
                writer.Line("json.String(" + name + ", " + value + (property.IsNullable ? "?" : "") + ".Value);");
                break;
            case WireType wire when property.IsNullable:
                using (writer.Block("if (" + value + " is { } " + property.Local + ")"))
                {
                    writer.Line("json.Name(" + name + ");").Line(wire.Wire + ".Write(json, " + property.Local + ");");
                }

                break;
            case WireType wire:
                writer.Line("json.Name(" + name + ");").Line(wire.Wire + ".Write(json, " + value + ");");
                break;
        }
    }

    /// <summary>Returns the JSON-escaped name of a member, because the writer does not escape names.</summary>
    public static string Name(PropertyPlan property)
    {
        var escaped = new StringBuilder(property.WireName.Length);
        foreach (var c in property.WireName)
        {
            _ = c switch
            {
                '"' or '\\' => escaped.Append('\\').Append(c),
                < ' ' => escaped.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
                _ => escaped.Append(c),
            };
        }

        return Literals.Utf8(escaped.ToString());
    }

    public static string Format(TimestampType timestamp) => CSharpTypes.Wire + "TimestampFormat." + timestamp.Format;
}
