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
            case EnumType when property.IsAttribute && codec.HasElements:
                writer.Line(codec.Local + ".Attribute(" + name + ", " + value + (property.IsNullable ? "?" : "") + ".Value);");
                break;
            case ScalarType when property.IsAttribute && codec.HasElements:
                writer.Line(codec.Local + ".Attribute(" + name + ", " + value + ");");
                break;
            case WireType:
            case { } when property.Namespace is not null && !property.IsIdempotencyToken:
                WriteNamed(writer, codec, property, value);
                break;
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
        }
    }

    /// <summary>Returns the statement that writes the name of the value that follows.</summary>
    public static string WriteName(CodecPlan codec, PropertyPlan property) =>
        codec.Local + (property.IsFlattened ? ".FlattenedName(" : ".Name(") + (property.Namespace is null
            ? Name(codec, property)
            : ElementCode.Arguments(new ElementPlan(property.SentName ?? property.WireName, property.Namespace))) + ");";

    /// <summary>Writes a member whose name and value are written by two statements.</summary>
    private static void WriteNamed(SourceWriter writer, CodecPlan codec, PropertyPlan property, string value)
    {
        if (!property.IsNullable)
        {
            writer.Line(WriteName(codec, property)).Line(Write(codec, property.Type, value));
            return;
        }

        using (writer.Block("if (" + value + " is { } " + property.Local + ")"))
        {
            writer.Line(WriteName(codec, property)).Line(Write(codec, property.Type, property.Local));
        }
    }

    /// <summary>Returns the name of a member. Names in JSON are escaped, because the writer does not escape them.</summary>
    private static string Name(CodecPlan codec, PropertyPlan property)
    {
        var name = property.SentName ?? property.WireName;
        if (!codec.EscapesNames)
        {
            return Literals.Utf8(name);
        }

        var escaped = new StringBuilder(name.Length);
        foreach (var c in name)
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
