using System.Globalization;
using System.Text;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bodies;

/// <summary>Writes expressions and statements that read and write the values of a body.</summary>
internal static class ValueCode
{
    /// <summary>Returns an expression that reads a value of the type.</summary>
    public static string Read(CodecPlan codec, TypePlan type) => type switch
    {
        ScalarType scalar => codec.Local + "." + scalar.Kind + "()",
        TimestampType => codec.Local + ".Timestamp()",
        EnumType enumeration => enumeration.Wire + ".Read(ref " + codec.Local + ")",
        WireType wire => wire.Wire + ".Read(ref " + codec.Local + ")",
        _ => throw new System.InvalidOperationException("no reader for " + type),
    };

    /// <summary>Returns a statement that writes a value without a name: a list element, a map value or a payload.</summary>
    public static string Write(CodecPlan codec, TypePlan type, string value) => type switch
    {
        ScalarType scalar => codec.Local + "." + scalar.Kind + "(" + value + ");",
        TimestampType timestamp => codec.Local + ".Timestamp(" + value + FormatArgument(codec, timestamp) + ");",
        EnumType => codec.Local + ".String(" + value + ".Value);",
        WireType wire => wire.Wire + ".Write(" + codec.Local + ", " + value + ");",
        _ => throw new System.InvalidOperationException("no writer for " + type),
    };

    /// <summary>Writes a member to the current object. A null value is not written.</summary>
    public static void WriteMember(SourceWriter writer, CodecPlan codec, PropertyPlan property, string owner)
    {
        var name = Name(codec, property);
        var value = owner + "." + property.Name;
        switch (property.Type)
        {
            case ScalarType when property.IsIdempotencyToken:
                writer.Line(codec.Local + ".String(" + name + ", request.IdempotencyToken(" + value + "));");
                break;
            case ScalarType scalar:
                writer.Line(codec.Local + "." + scalar.Kind + "(" + name + ", " + value + ");");
                break;
            case TimestampType timestamp:
                writer.Line(codec.Local + ".Timestamp(" + name + ", " + value + FormatArgument(codec, timestamp) + ");");
                break;
            case EnumType:
                writer.Line(codec.Local + ".String(" + name + ", " + value + (property.IsNullable ? "?" : "") + ".Value);");
                break;
            case WireType wire when property.IsNullable:
                using (writer.Block("if (" + value + " is { } " + property.Local + ")"))
                {
                    writer.Line(codec.Local + ".Name(" + name + ");").Line(wire.Wire + ".Write(" + codec.Local + ", " + property.Local + ");");
                }

                break;
            case WireType wire:
                writer.Line(codec.Local + ".Name(" + name + ");").Line(wire.Wire + ".Write(" + codec.Local + ", " + value + ");");
                break;
        }
    }

    /// <summary>Returns the name of a member. Names in JSON are escaped, because the writer does not escape them.</summary>
    public static string Name(CodecPlan codec, PropertyPlan property)
    {
        if (!codec.EscapesNames)
        {
            return Literals.Utf8(property.WireName);
        }

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

    private static string FormatArgument(CodecPlan codec, TimestampType timestamp) => codec.HasTimestampFormats ? ", " + Format(timestamp) : "";

    public static string Format(TimestampType timestamp) => CSharpTypes.Wire + "TimestampFormat." + timestamp.Format;
}
