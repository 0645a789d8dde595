using System.Linq;
using DataZoneGen.Generator.Emit.Bodies;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bindings;

/// <summary>Writes the statements that read and write a structure as an event: members are headers, the payload or members of an object in the payload.</summary>
internal static class EventCode
{
    /// <summary>Writes the statements that read an event from <c>message</c> and return it.</summary>
    public static string Read(CodecPlan codec, StructurePlan structure)
    {
        var writer = new SourceWriter();
        var inBody = structure.Properties.Where(static p => p.EventPart == EventPart.Body).ToList();
        if (inBody.Count > 0)
        {
            writer.Line("ref var " + codec.Local + " = ref message." + codec.Member + ";");
            BodyCode.ReadMembers(writer, codec, inBody);
            writer.Separate();
        }

        writer.Return("new()", structure.Properties.Select(p => (p.Name, Value(codec, p))));
        return writer.ToString();
    }

    /// <summary>Writes the statements that write the event <c>value</c> to <c>message</c>.</summary>
    public static string Write(CodecPlan codec, StructurePlan structure)
    {
        var writer = new SourceWriter();
        foreach (var property in structure.Properties.Where(static p => p.EventPart == EventPart.Header))
        {
            var value = "value." + property.Name + (property.Type is EnumType ? (property.IsNullable ? "?.Value" : ".Value") : "");
            writer.Line("message.Header" + (property.SmallHeader ?? Kind(property.Type)) + "(" + Literals.Utf8(property.WireName) + ", " + value + ");");
        }

        foreach (var property in structure.Properties.Where(static p => p.EventPart == EventPart.Payload))
        {
            PayloadCode.Write(writer, codec, property, "value", "message");
        }

        var inBody = structure.Properties.Where(static p => p.EventPart == EventPart.Body).ToList();
        if (inBody.Count > 0)
        {
            writer.Separate().Line("var " + codec.Local + " = message." + codec.Member + ";");
            BodyCode.WriteObject(writer, codec, inBody, "value");
        }

        return writer.ToString();
    }

    /// <summary>Writes the statements that write the error <c>value</c> to <c>message</c>, as an event of a stream.</summary>
    public static string Write(CodecPlan codec, ErrorPlan error)
    {
        var writer = new SourceWriter().Line("var " + codec.Local + " = message." + codec.Member + ";").Line(codec.Local + ".BeginObject();");
        writer.LineIf(error.MessageName is not null, codec.Local + ".String(" + Literals.Utf8(error.MessageName ?? "") + ", value.ServiceMessage);");
        BodyCode.WriteMembers(writer, codec, error.Properties.Where(static p => p.Binding == PropertyBinding.Body), "value");
        return writer.Line(codec.Local + ".EndObject();").ToString();
    }

    /// <summary>Returns the name of the class that reads and writes an event.</summary>
    public static string Class(PropertyPlan variant) => variant.Type switch
    {
        ExceptionType exception => exception.Wire,
        WireType structure => structure.Wire,
        _ => throw new System.InvalidOperationException("no event of type " + variant.Type),
    };

    private static string Value(CodecPlan codec, PropertyPlan property) => property.EventPart switch
    {
        EventPart.Header => Header(property),
        EventPart.Payload => PayloadCode.Read(codec, property, "message"),
        _ => BodyCode.Value(codec, property),
    };

    private static string Header(PropertyPlan property)
    {
        var header = "message.Header" + Kind(property.Type) + "(" + Literals.Utf8(property.WireName) + ")";
        return property.Type is EnumType enumeration
            ? header + " is { } " + property.Local + " ? new " + enumeration.CSharp + "(" + property.Local + ") : " + (property.IsNullable ? "null" : "default")
            : header + (property.IsNullable ? "" : " ?? " + (property.Empty ?? "default"));
    }

    private static string Kind(TypePlan type) => type switch
    {
        ScalarType scalar => scalar.Kind.ToString(),
        TimestampType => "Timestamp",
        EnumType => nameof(ScalarKind.String),
        _ => throw new System.InvalidOperationException("no event header of type " + type),
    };
}
