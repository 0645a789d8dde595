using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes records and the code that reads and writes them as JSON.</summary>
internal static class StructureEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(StructureUnit unit)
    {
        var structure = unit.Structure;
        var file = SourceWriter.File(unit.Context);
        WriteRecord(file, unit.Context, structure);
        yield return (structure.Name, file);

        var wire = SourceWriter.File(unit.Context);
        WritePrinting(wire, unit.Context, structure);
        using (wire.Separate().Generated().Block("internal static class " + structure.Wire))
        {
            if (structure.NeedsEmpty)
            {
                WriteEmpty(wire, structure);
            }

            if (structure.IsRead)
            {
                WriteReader(wire, structure);
            }

            if (structure.IsWritten)
            {
                WriteWriter(wire, structure);
            }

            EventCode.Write(wire, structure);
        }

        yield return (structure.Name + ".Wire", wire);
    }

    /// <summary>The record itself: members with their docs and nothing else.</summary>
    public static void WriteRecord(SourceWriter writer, UnitContext context, StructurePlan structure)
    {
        writer.Doc(structure.Doc).Generated().Obsolete(structure.Obsolete);
        var header = context.Access + " sealed partial record " + structure.Name + BaseOf(structure);
        if (structure.Properties.Count == 0)
        {
            writer.Line(header + ";");
            return;
        }

        using (writer.Block(header))
        {
            foreach (var property in structure.Properties)
            {
                WriteProperty(writer, property, structure.IsSensitive);
            }
        }
    }

    private static string BaseOf(StructurePlan structure) => structure switch
    {
        { IsResponse: false } => "",
        { StreamsBody: true } => " : " + CSharpTypes.Runtime + "AwsStreamingResponse",
        _ => " : " + CSharpTypes.Runtime + "AwsResponse",
    };

    public static void WriteProperty(SourceWriter writer, PropertyPlan property, bool isOwnerSensitive)
    {
        writer.Doc(property.Doc).Obsolete(property.Obsolete);
        writer.LineIf(property is { IsStream: true, IsRequired: false }, "[" + CSharpTypes.JsonIgnore + "]");
        writer.LineIf(property.IsSensitive || isOwnerSensitive, "[" + CSharpTypes.DebuggerDisplay + "(\"***\")]");
        var value = property.Default ?? property.Empty;
        var initializer = property.IsRequired || value is null ? "" : " = " + value + ";";
        writer.Line("public " + (property.IsRequired ? "required " : "") + property.CSharpType + " " + property.Name + " { get; init; }" + initializer);
    }

    /// <summary>
    /// Replaces the compiler's <c>ToString</c> of a record that holds something sensitive, which shows as <c>***</c> there and thereby in logs
    /// and debuggers, or a list or map, of which the compiler would print the type.
    /// </summary>
    public static void WritePrinting(SourceWriter writer, UnitContext context, StructurePlan structure)
    {
        if (!structure.IsSensitive && !structure.Properties.Any(static p => p.IsSensitive || p.IsCollection))
        {
            return;
        }

        using (writer.Separate().Block(context.Access + " sealed partial record " + structure.Name))
        using (writer.LineIf(structure.IsResponse, "/// <inheritdoc/>").Block((structure.IsResponse ? "protected override" : "private") + " bool PrintMembers(" + CSharpTypes.StringBuilder + " builder)"))
        {
            writer.LineIf(structure.IsResponse, CSharpTypes.ArgumentNullException + ".ThrowIfNull(builder);");
            var separator = "";
            foreach (var property in structure.Properties)
            {
                var value = (structure.IsSensitive || property.IsSensitive, property.IsNullable || !property.Type.IsValueType) switch
                {
                    (true, true) => property.Name + " is null ? null : \"***\"",
                    (true, false) => "\"***\"",
                    _ when property.IsCollection => CSharpTypes.Wire + "RecordText.Of(" + property.Name + ")",
                    _ => "(object?)" + property.Name,
                };
                writer.Line("builder.Append(\"" + separator + property.Name + " = \").Append(" + value + ");");
                separator = ", ";
            }

            writer.Line("return true;");
        }
    }

    /// <summary>The loop over the members of a JSON object and the locals it fills. Names are told apart by their length first.</summary>
    public static void WriteMemberLoop(SourceWriter writer, IReadOnlyList<PropertyPlan> properties)
    {
        foreach (var property in properties)
        {
            var start = property.IsNullable ? "null" : property.Empty ?? "default";
            writer.Line((property.IsNullable ? property.Type.CSharp + "?" : property.Type.CSharp) + " " + property.Local + " = " + start + ";");
        }

        using (writer.Block("while (json.NextMember(out var name))"))
        using (writer.Block("switch (name.Length)"))
        {
            foreach (var property in properties.OrderBy(static p => Encoding.UTF8.GetByteCount(p.WireName)))
            {
                writer.Line($"""
                    case {Encoding.UTF8.GetByteCount(property.WireName)} when name.Is({Literals.Utf8(property.WireName)}):
                        {property.Local} = {ValueCode.Read(property.Type)};
                        break;
                    """);
            }

            writer.Line("""
                default:
                    json.Skip();
                    break;
                """);
        }
    }

    /// <summary>Writes <c>return new() { … };</c> from name and expression of each property.</summary>
    public static void WriteReturn(SourceWriter writer, IEnumerable<(string Name, string Value)> values, string constructor = "new()")
    {
        var assignments = values.ToList();
        if (assignments.Count == 0)
        {
            writer.Line("return " + constructor + ";");
            return;
        }

        using (writer.Block("return " + constructor, close: "};"))
        {
            foreach (var (name, value) in assignments)
            {
                writer.Line(name + " = " + value + ",");
            }
        }
    }

    private static void WriteEmpty(SourceWriter writer, StructurePlan structure)
    {
        var required = structure.Properties.Where(static p => p.IsRequired).Select(static p => p.Name + " = " + (p.Empty ?? "default")).ToList();
        writer.Line("/// <summary>Stands in for a required value that the wire lacks.</summary>");
        writer.Line("public static readonly " + structure.Name + " Empty = new()" + (required.Count == 0 ? "" : " { " + string.Join(", ", required) + " }") + ";");
    }

    private static void WriteReader(SourceWriter writer, StructurePlan structure)
    {
        using (writer.Separate().Block("public static " + structure.Name + " Read(ref " + CSharpTypes.Wire + "JsonBodyReader json)"))
        {
            WriteMemberLoop(writer, structure.Properties);
            WriteReturn(writer.Separate(), structure.Properties.Select(static p => (p.Name, p.Local)));
        }
    }

    private static void WriteWriter(SourceWriter writer, StructurePlan structure)
    {
        using (writer.Separate().Block("public static void Write(" + CSharpTypes.Wire + "JsonBodyWriter json, " + structure.Name + " value)"))
        {
            writer.Line("json.BeginObject();");
            foreach (var property in structure.Properties)
            {
                ValueCode.WriteMember(writer, property, "value");
            }

            writer.Line("json.EndObject();");
        }
    }
}
