using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bodies;

/// <summary>Writes statements that read and write the objects of a body, in any format.</summary>
internal static class BodyCode
{
    /// <summary>Writes the statements that read a record and return it.</summary>
    public static string Read(CodecPlan codec, StructurePlan structure)
    {
        var writer = new SourceWriter();
        ReadMembers(writer, codec, structure.Properties);
        writer.Separate().Return("new()", structure.Properties.Select(static p => (p.Name, p.Local)));
        return writer.ToString();
    }

    /// <summary>Writes the statements that write the members of a record to the current object.</summary>
    public static string WriteMembers(CodecPlan codec, StructurePlan structure, string owner)
    {
        var writer = new SourceWriter();
        WriteMembers(writer, codec, structure.Properties, owner);
        return writer.ToString();
    }

    /// <summary>Returns an expression for a record that has only its required members.</summary>
    public static string Empty(StructurePlan structure)
    {
        var required = structure.Properties.Where(static p => p.IsRequired).Select(static p => p.Name + " = " + (p.Empty ?? "default")).ToList();
        return "new()" + (required.Count == 0 ? "" : " { " + string.Join(", ", required) + " }");
    }

    /// <summary>Writes the loop over the members of an object and the local variables that it sets. Names are compared by length first.</summary>
    public static void ReadMembers(SourceWriter writer, CodecPlan codec, IReadOnlyList<PropertyPlan> properties)
    {
        foreach (var property in properties)
        {
            var start = property.IsNullable ? "null" : property.Empty ?? "default";
            writer.Line(property.CSharpType + " " + property.Local + " = " + start + ";");
        }

        using (writer.Block("while (" + codec.Local + ".NextMember(out var name))"))
        using (writer.Block("switch (name.Length)"))
        {
            foreach (var property in properties.OrderBy(static p => Encoding.UTF8.GetByteCount(p.WireName)))
            {
                writer.Line($"""
                    case {Encoding.UTF8.GetByteCount(property.WireName)} when name.Is({Literals.Utf8(property.WireName)}):
                        {property.Local} = {ValueCode.Read(codec, property.Type)};
                        break;
                    """);
            }

            writer.Line($"""
                default:
                    {codec.Local}.Skip();
                    break;
                """);
        }
    }

    /// <summary>Writes the object with the members of <c>input</c> that are in the request body.</summary>
    public static void WriteBody(SourceWriter writer, CodecPlan codec, OperationPlan operation)
    {
        writer.Line("var " + codec.Local + " = request." + codec.Member + ";");
        WriteObject(writer, codec, operation.Request.Properties.Where(static p => p.Binding == PropertyBinding.Body), "input");
    }

    /// <summary>Writes an object with these members.</summary>
    public static void WriteObject(SourceWriter writer, CodecPlan codec, IEnumerable<PropertyPlan> properties, string owner)
    {
        writer.Line(codec.Local + ".BeginObject();");
        WriteMembers(writer, codec, properties, owner);
        writer.Line(codec.Local + ".EndObject();");
    }

    /// <summary>Writes the statements that write these members to the current object.</summary>
    public static void WriteMembers(SourceWriter writer, CodecPlan codec, IEnumerable<PropertyPlan> properties, string owner)
    {
        foreach (var property in properties)
        {
            ValueCode.WriteMember(writer, codec, property, owner);
        }
    }
}
