using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes unions: an abstract record with one nested record for each variant, and one for what the model does not know.</summary>
internal static class UnionEmitter
{
    /// <summary>A name in a type that nothing qualifies.</summary>
    private static readonly Regex SimpleName = new(@"(?<![\w.:])\w+(?![\w:])", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(UnionUnit unit)
    {
        yield return (unit.Name, Record(unit));

        var wire = SourceWriter.File(unit.Context);
        WriteConversion(wire, unit);
        using (wire.Separate().Generated().Block("internal static class " + unit.Wire))
        {
            if (unit.IsRead)
            {
                WriteReader(wire, unit);
            }

            if (unit.IsWritten)
            {
                WriteWriter(wire, unit);
            }
        }

        yield return (unit.Name + ".Wire", wire);
    }

    /// <summary>The file of the record itself.</summary>
    public static SourceWriter Record(UnionUnit unit)
    {
        var file = SourceWriter.File(unit.Context);
        file.Doc(unit.Doc).Generated().Obsolete(unit.Obsolete);
        using (file.Block(unit.Context.Access + " abstract partial record " + unit.Name))
        {
            using (file.Block("private " + unit.Name + "()"))
            {
            }

            foreach (var variant in unit.Variants)
            {
                WriteVariant(file, unit, variant);
            }

            file.Summary("A variant that the model does not know; it cannot be sent.");
            file.Line("/// <param name=\"Name\">The name of the variant on the wire.</param>");
            file.Line("public sealed record Unknown(string Name) : " + unit.Name + ";");
        }

        return file;
    }

    /// <summary>Writes what System.Text.Json needs of the union. An error among events is an exception and has no JSON form.</summary>
    public static void WriteConversion(SourceWriter writer, UnionUnit unit)
    {
        const string union = CSharpTypes.Wire + "IUnion<";
        const string variants = CSharpTypes.Wire + "UnionVariants<";
        writer.Line("[" + CSharpTypes.JsonConverter + "(typeof(" + CSharpTypes.Wire + "UnionJsonConverter<" + unit.Name + ">))]");
        using (writer.Block(unit.Context.Access + " abstract partial record " + unit.Name + " : " + union + unit.Name + ">"))
        {
            writer.Line("static " + variants + unit.Name + "> " + union + unit.Name + ">.Variants =>\n    new " + variants + unit.Name
                + ">(static name => new Unknown(name), static value => (value as Unknown)?.Name)"
                + string.Concat(unit.Variants.Where(static variant => variant.Type is not ExceptionType).Select(variant =>
                    "\n        .Add(" + Literals.String(variant.WireName) + ", static (" + TypeInside(unit, variant) + " value) => new " + variant.Name
                    + "(value), static variant => variant.Value)")) + ";");
        }
    }

    private static void WriteVariant(SourceWriter writer, UnionUnit unit, PropertyPlan variant)
    {
        writer.Doc(variant.Doc).Line("/// <param name=\"Value\">What the variant holds.</param>").Obsolete(variant.Obsolete);
        var header = "public sealed record " + variant.Name + "(" + TypeInside(unit, variant) + " Value) : " + unit.Name;
        var isSensitive = unit.IsSensitive || variant.IsSensitive;
        if (!isSensitive && !variant.IsCollection)
        {
            writer.Line(header + ";");
            return;
        }

        using (writer.Block(header))
        using (writer.Line("/// <inheritdoc/>").Block("protected override bool PrintMembers(" + CSharpTypes.StringBuilder + " builder)"))
        {
            writer.Line(CSharpTypes.ArgumentNullException + ".ThrowIfNull(builder);");
            writer.Line("builder.Append(" + (isSensitive ? "\"Value = ***\"" : "\"Value = \").Append(" + CSharpTypes.Wire + "RecordText.Of(Value)") + ");");
            writer.Line("return true;");
        }
    }

    /// <summary>The variant's type as it must be named inside the union, where a variant of the same name would hide it.</summary>
    private static string TypeInside(UnionUnit unit, PropertyPlan variant)
    {
        var hidden = new HashSet<string>(unit.Variants.Select(static v => v.Name)) { "Unknown" };
        return SimpleName.Replace(variant.Type.CSharp, name => hidden.Contains(name.Value) ? "global::" + unit.Context.Namespace + "." + name.Value : name.Value);
    }

    private static void WriteReader(SourceWriter writer, UnionUnit unit)
    {
        using (writer.Block("public static " + unit.Name + " Read(ref " + CSharpTypes.Wire + "JsonBodyReader json)"))
        {
            writer.Line(unit.Name + "? variant = null;");
            using (writer.Block("while (json.NextMember(out var name))"))
            using (writer.Block("switch (name.Length)"))
            {
                foreach (var variant in unit.Variants.OrderBy(static v => Encoding.UTF8.GetByteCount(v.WireName)))
                {
                    writer.Line($"""
                        case {Encoding.UTF8.GetByteCount(variant.WireName)} when name.Is({Literals.Utf8(variant.WireName)}):
                            variant = new {unit.Name}.{variant.Name}({ValueCode.Read(variant.Type)});
                            break;
                        """);
                }

                writer.Line($"""
                    case 6 when name.Is("__type"u8):
                        json.Skip();
                        break;
                    default:
                        variant ??= new {unit.Name}.Unknown(name.ToString());
                        json.Skip();
                        break;
                    """);
            }

            writer.Separate().Line("return variant ?? new " + unit.Name + ".Unknown(\"\");");
        }
    }

    private static void WriteWriter(SourceWriter writer, UnionUnit unit)
    {
        using (writer.Separate().Block("public static void Write(" + CSharpTypes.Wire + "JsonBodyWriter json, " + unit.Name + " value)"))
        {
            writer.Line("json.BeginObject();");
            using (writer.Block("switch (value)"))
            {
                foreach (var variant in unit.Variants)
                {
                    writer.Line($"""
                        case {unit.Name}.{variant.Name} {variant.Local}:
                            json.Name({ValueCode.Name(variant)});
                            {ValueCode.Write(variant.Type, variant.Local + ".Value")}
                            break;
                        """);
                }

                writer.Line($"""
                    default:
                        throw new {CSharpTypes.ArgumentException}("A variant of {unit.Name} that the model does not know cannot be sent.", nameof(value));
                    """);
            }

            writer.Line("json.EndObject();");
        }
    }
}
