using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit;

/// <summary>Writes streams of events: the union of the events, and the class that tells them apart on the wire.</summary>
internal static class EventStreamEmitter
{
    public static IEnumerable<(string Name, SourceWriter Writer)> Emit(EventStreamUnit unit)
    {
        yield return (unit.Union.Name, UnionEmitter.Record(unit.Union));

        var wire = SourceWriter.File(unit.Context);
        UnionEmitter.WriteConversion(wire, unit.Union);
        using (wire.Separate().Generated().Block("internal static class " + unit.Union.Wire))
        {
            if (unit.Union.IsRead)
            {
                WriteReader(wire, unit.Union);
                WriteErrorReader(wire, unit);
            }

            if (unit.Union.IsWritten)
            {
                WriteWriter(wire, unit.Union);
            }
        }

        yield return (unit.Union.Name + ".Wire", wire);
    }

    private static void WriteReader(SourceWriter writer, UnionUnit union)
    {
        using (writer.Block("public static " + union.Name + " Read(ref " + CSharpTypes.Wire + "EventReader message)"))
        using (writer.Block("switch (message.Type.Length)"))
        {
            foreach (var (variant, type) in Events(union).OrderBy(static e => Encoding.UTF8.GetByteCount(e.Variant.WireName)))
            {
                writer.Line($"""
                    case {Encoding.UTF8.GetByteCount(variant.WireName)} when message.Type.Is({Literals.Utf8(variant.WireName)}):
                        return new {union.Name}.{variant.Name}({type.Wire}.ReadEvent(ref message));
                    """);
            }

            writer.Line($"""
                default:
                    return new {union.Name}.Unknown(message.Type.ToString());
                """);
        }
    }

    private static void WriteErrorReader(SourceWriter writer, EventStreamUnit unit)
    {
        writer.Separate().Line("public static " + CSharpTypes.Runtime + "AwsServiceException? ReadError(ref " + CSharpTypes.Wire + "ErrorReader error) => error.Code switch");
        using (writer.Open(close: "};"))
        {
            foreach (var error in unit.Errors)
            {
                writer.Line(Literals.String(error.Code) + " => " + (error.Wire is null ? "new " + error.Type + "(error.Message)" : error.Wire + ".Read(ref error)") + ",");
            }

            writer.Line("_ => null,");
        }
    }

    private static void WriteWriter(SourceWriter writer, UnionUnit union)
    {
        using (writer.Separate().Block("public static void Write(" + CSharpTypes.Wire + "EventWriter message, " + union.Name + " value)"))
        using (writer.Block("switch (value)"))
        {
            foreach (var variant in union.Variants)
            {
                var (kind, call) = variant.Type switch
                {
                    ExceptionType exception => ("Exception", exception.Wire + ".Write"),
                    WireType structure => ("Event", structure.Wire + ".WriteEvent"),
                    _ => throw new System.InvalidOperationException("no event of type " + variant.Type),
                };
                writer.Line($"""
                    case {union.Name}.{variant.Name} {variant.Local}:
                        message.{kind}({Literals.Utf8(variant.WireName)});
                        {call}(message, {variant.Local}.Value);
                        break;
                    """);
            }

            writer.Line($"""
                default:
                    throw new {CSharpTypes.ArgumentException}("An event of {union.Name} that the model does not know cannot be sent.", nameof(value));
                """);
        }
    }

    private static IEnumerable<(PropertyPlan Variant, WireType Type)> Events(UnionUnit union) =>
        union.Variants.Where(static v => v.Type is WireType).Select(static v => (v, (WireType)v.Type));
}
