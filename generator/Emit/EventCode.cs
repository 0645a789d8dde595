using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes what reads and writes a structure as an event: some members are headers, one may be the payload, the rest is JSON.</summary>
internal static class EventCode
{
    public static void Write(SourceWriter writer, StructurePlan structure)
    {
        if (structure.IsReadAsEvent)
        {
            WriteReader(writer, structure);
        }

        if (structure.IsWrittenAsEvent)
        {
            WriteWriter(writer, structure);
        }
    }

    private static void WriteReader(SourceWriter writer, StructurePlan structure)
    {
        using (writer.Separate().Block("public static " + structure.Name + " ReadEvent(ref " + CSharpTypes.Wire + "EventReader message)"))
        {
            var inBody = structure.Properties.Where(static p => p.EventPart == EventPart.Body).ToList();
            if (inBody.Count > 0)
            {
                writer.Line("ref var json = ref message.Json;");
                StructureEmitter.WriteMemberLoop(writer, inBody);
                writer.Separate();
            }

            StructureEmitter.WriteReturn(writer, structure.Properties.Select(static p => (p.Name, Value(p))));
        }
    }

    private static void WriteWriter(SourceWriter writer, StructurePlan structure)
    {
        using (writer.Separate().Block("public static void WriteEvent(" + CSharpTypes.Wire + "EventWriter message, " + structure.Name + " value)"))
        {
            foreach (var property in structure.Properties.Where(static p => p.EventPart == EventPart.Header))
            {
                var value = "value." + property.Name + (property.Type is EnumType ? (property.IsNullable ? "?.Value" : ".Value") : "");
                writer.Line("message.Header" + (property.SmallHeader ?? Kind(property.Type)) + "(" + Literals.Utf8(property.WireName) + ", " + value + ");");
            }

            foreach (var property in structure.Properties.Where(static p => p.EventPart == EventPart.Payload))
            {
                RequestCode.WritePayload(writer, property, "value", "message");
            }

            var inBody = structure.Properties.Where(static p => p.EventPart == EventPart.Body).ToList();
            if (inBody.Count == 0)
            {
                return;
            }

            writer.Separate().Line("var json = message.Json;").Line("json.BeginObject();");
            foreach (var property in inBody)
            {
                ValueCode.WriteMember(writer, property, "value");
            }

            writer.Line("json.EndObject();");
        }
    }

    private static string Value(PropertyPlan property) => property.EventPart switch
    {
        EventPart.Header => Header(property),
        EventPart.Payload => ResponseCode.Payload(property, "message"),
        _ => property.Local,
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
