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
        writer.Separate().Return("new()", structure.Properties.Select(p => (p.Name, Value(codec, p))));
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
            writer.Line(Declare(codec, property));
        }

        using (writer.Block("while (" + codec.Local + ".NextMember(out var name))"))
        using (writer.Block("switch (name.Length)"))
        {
            foreach (var property in properties.Where(p => !(p.IsAttribute && codec.HasElements)).OrderBy(static p => Encoding.UTF8.GetByteCount(p.WireName)))
            {
                writer.Line($"""
                    case {Encoding.UTF8.GetByteCount(property.WireName)} when name.Is({Literals.Utf8(property.WireName)}):
                        {ReadMember(codec, property)}
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

    /// <summary>Returns an expression for the value of a member that has been read.</summary>
    public static string Value(CodecPlan codec, PropertyPlan property) => IsPartOfElement(codec, property)
        ? PartOfElement(property)
        : property.Local + (property.ReportsMissing ? " ?? " + property.Empty : "");

    private static string PartOfElement(PropertyPlan property) => property switch
    {
        { IsAttribute: true, Type: EnumType type } => property.Local + " is null ? " + (property.IsNullable ? "null" : "default") + " : new " + type.CSharp + "(" + property.Local + ")",
        { IsAttribute: true } => property.Local + (property.IsNullable ? "" : " ?? \"\""),
        { IsNullable: true, Type: WireType { Kind: WireKind.Map } } => property.Local + ".Count == 0 ? null : " + property.Local + ".ToDictionary()",
        { Type: WireType { Kind: WireKind.Map } } => property.Local + ".ToDictionary()",
        _ => property.Local + (property.IsNullable ? "" : " ?? " + property.Empty),
    };

    /// <summary>Returns whether the value is an attribute, or a list or map whose items are among the members, which only elements have.</summary>
    private static bool IsPartOfElement(CodecPlan codec, PropertyPlan property) => codec.HasElements && (property.IsAttribute || property.IsFlattened);

    /// <summary>Returns the declaration of the local variable of a member. The items of a flattened list and the entries of a flattened map are collected in it.</summary>
    private static string Declare(CodecPlan codec, PropertyPlan property) => property switch
    {
        _ when !IsPartOfElement(codec, property) => property.IsNullable || property.ReportsMissing
            ? property.Type.CSharp + "? " + property.Local + " = null;"
            : property.CSharpType + " " + property.Local + " = " + (property.Empty ?? "default") + ";",
        { IsAttribute: true } => "var " + property.Local + " = " + codec.Local + ".Attribute(" + Literals.Utf8(property.WireName) + ");",
        { Type: WireType { Kind: WireKind.Map, Element: { } value } } => "var " + property.Local + " = new " + CSharpTypes.Wire + "MapBuilder<" + value.CSharp + ">();",
        _ => CSharpTypes.List + "<" + ((WireType)property.Type).Element!.CSharp + ">? " + property.Local + " = null;",
    };

    private static string ReadMember(CodecPlan codec, PropertyPlan property) => property.Type switch
    {
        WireType { Kind: WireKind.Map } map when IsPartOfElement(codec, property) => map.Wire + ".ReadEntry(ref " + codec.Local + ", ref " + property.Local + ");",
        WireType { Element: { } item } when IsPartOfElement(codec, property) => "(" + property.Local + " ??= []).Add(" + ValueCode.Read(codec, item) + ");",
        _ => property.Local + " = " + ValueCode.Read(codec, property.Type) + ";",
    };

    /// <summary>Writes the object with the members of <c>input</c> that are in the request body.</summary>
    public static void WriteBody(SourceWriter writer, CodecPlan codec, OperationPlan operation)
    {
        var inBody = operation.Request.Properties.Where(static p => p.Binding == PropertyBinding.Body).ToList();
        var isOptional = codec.HasElements && inBody.All(static p => p is { IsNullable: true, IsIdempotencyToken: false });
        if (!isOptional)
        {
            WriteBody(writer, codec, operation, inBody);
            return;
        }

        using (writer.Block("if (" + string.Join("\n    || ", inBody.Select(static p => "input." + p.Name + " is not null")) + ")"))
        {
            WriteBody(writer, codec, operation, inBody);
        }
    }

    private static void WriteBody(SourceWriter writer, CodecPlan codec, OperationPlan operation, List<PropertyPlan> properties)
    {
        writer.Line("var " + codec.Local + " = request." + codec.Member + ";");
        if (operation.Root is { } root)
        {
            writer.Line(codec.Local + ".Name(" + ElementCode.Arguments(root) + ");");
        }

        if (operation.Action is { } action)
        {
            writer.Line(codec.Local + ".Action(" + Literals.Utf8(action.Name) + ", " + Literals.Utf8(action.Version) + ");");
        }

        WriteObject(writer, codec, properties, "input");
    }

    /// <summary>Writes an object with these members.</summary>
    public static void WriteObject(SourceWriter writer, CodecPlan codec, IEnumerable<PropertyPlan> properties, string owner)
    {
        writer.Line(codec.Local + ".BeginObject();");
        WriteMembers(writer, codec, properties, owner);
        writer.Line(codec.Local + ".EndObject();");
    }

    /// <summary>Writes the statements that write these members to the current object. Attributes are in the start tag, before all elements.</summary>
    public static void WriteMembers(SourceWriter writer, CodecPlan codec, IEnumerable<PropertyPlan> properties, string owner)
    {
        foreach (var property in properties.OrderBy(static p => !p.IsAttribute))
        {
            ValueCode.WriteMember(writer, codec, property, owner);
        }
    }
}
