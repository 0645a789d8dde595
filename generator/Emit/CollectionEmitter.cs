using System.Collections.Generic;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes the code that reads and writes lists and maps; they have no type of their own.</summary>
internal static class CollectionEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(CollectionUnit unit)
    {
        var wire = SourceWriter.File(unit.Context);
        using (wire.Generated().Block("internal static class " + unit.Type.Wire))
        {
            if (unit.IsRead)
            {
                WriteReader(wire, unit);
            }

            if (unit.IsWritten)
            {
                WriteWriter(wire.Separate(), unit);
            }
        }

        yield return (unit.Type.Wire.Substring(0, unit.Type.Wire.Length - "Wire".Length) + ".Wire", wire);
    }

    private static void WriteReader(SourceWriter writer, CollectionUnit unit)
    {
        var isList = unit.Type.Kind == WireKind.List;
        var element = unit.IsSparse ? unit.Element.CSharp + "?" : unit.Element.CSharp;
        var isNull = unit.IsSparse ? (isList ? "out var isNull" : ", out var isNull") : "";
        var value = unit.IsSparse ? "isNull ? null : " + ValueCode.Read(unit.Element) : ValueCode.Read(unit.Element);
        using (writer.Block("public static " + unit.Type.CSharp + " Read(ref " + CSharpTypes.Wire + "JsonBodyReader json)"))
        {
            if (isList)
            {
                writer.Line("var items = new " + CSharpTypes.List + "<" + element + ">();");
                using (writer.Block("while (json.NextElement(" + isNull + "))"))
                {
                    writer.Line("items.Add(" + value + ");");
                }

                writer.Separate().Line("return items;");
            }
            else
            {
                writer.Line("var entries = new " + CSharpTypes.Dictionary + "<string, " + element + ">();");
                using (writer.Block("while (json.NextEntry(out var key" + isNull + "))"))
                {
                    writer.Line("entries[key] = " + value + ";");
                }

                writer.Separate().Line("return entries;");
            }
        }
    }

    private static void WriteWriter(SourceWriter writer, CollectionUnit unit)
    {
        var isList = unit.Type.Kind == WireKind.List;
        using (writer.Block("public static void Write(" + CSharpTypes.Wire + "JsonBodyWriter json, " + unit.Type.CSharp + " value)"))
        {
            writer.Line(isList ? "json.BeginArray();" : "json.BeginObject();");
            using (writer.Block(isList ? "foreach (var item in value)" : "foreach (var entry in value)"))
            {
                writer.LineIf(!isList, "json.Name(entry.Key);");
                WriteItem(writer, unit, isList ? "item" : "entry.Value");
            }

            writer.Line(isList ? "json.EndArray();" : "json.EndObject();");
        }
    }

    private static void WriteItem(SourceWriter writer, CollectionUnit unit, string item)
    {
        if (!unit.IsSparse)
        {
            writer.Line(ValueCode.Write(unit.Element, item));
            return;
        }

        using (writer.Block("if (" + item + " is { } present)"))
        {
            writer.Line(ValueCode.Write(unit.Element, "present"));
        }

        using (writer.Block("else"))
        {
            writer.Line("json.Null();");
        }
    }
}
