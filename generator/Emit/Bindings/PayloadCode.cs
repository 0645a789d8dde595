using DataZoneGen.Generator.Emit.Bodies;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bindings;

/// <summary>Writes the code for the member that is the whole body of a message or an event.</summary>
internal static class PayloadCode
{
    /// <summary>Returns an expression that reads the payload member of a response or an event.</summary>
    public static string Read(CodecPlan codec, PropertyPlan property, string reader) => property.Type switch
    {
        EventStreamType stream => reader + ".Events(" + stream.Wire + ".Read, " + stream.Wire + ".ReadError)",
        ScalarType { Kind: ScalarKind.Stream } => reader + ".BodyStream()",
        ScalarType { Kind: ScalarKind.Blob } => reader + ".Body.ToArray()",
        ScalarType { Kind: ScalarKind.String } => CSharpTypes.Utf8 + ".GetString(" + reader + ".Body)",
        EnumType enumeration => "new " + enumeration.CSharp + "(" + CSharpTypes.Utf8 + ".GetString(" + reader + ".Body))",
        ScalarType => reader + "." + codec.Member + ".Document()",
        WireType wire => reader + ".Body.IsEmpty ? " + (property.Empty ?? "null") + " : " + wire.Wire + ".Read(ref " + reader + "." + codec.Member + ")",
        _ => throw new System.InvalidOperationException("no payload of type " + property.Type),
    };

    /// <summary>Writes the payload member of a request or an event.</summary>
    public static void Write(SourceWriter writer, CodecPlan codec, PropertyPlan property, string owner, string target)
    {
        var value = owner + "." + property.Name;
        var body = target + "." + codec.Member;
        switch (property.Type)
        {
            case EventStreamType stream:
                writer.Line(target + ".Events(" + value + ", " + stream.Wire + ".Write" + (stream.WritesErrors ? ", " + stream.Wire + ".WriteError);" : ");"));
                break;
            case WireType wire when property.IsNullable:
                using (writer.Block("if (" + value + " is { } " + property.Local + ")"))
                {
                    WriteRootName(writer, codec, property, target);
                    writer.Line(wire.Wire + ".Write(" + body + ", " + property.Local + ");");
                }

                if (wire.Kind == WireKind.Structure && !codec.HasElements)
                {
                    // A null structure is sent as an empty object, because the service requires a body.
                    using (writer.Block("else"))
                    {
                        writer.Line(body + ".BeginObject();").Line(body + ".EndObject();");
                    }
                }

                break;
            case WireType wire:
                WriteRootName(writer, codec, property, target);
                writer.Line(wire.Wire + ".Write(" + body + ", " + value + ");");
                break;
            case ScalarType { Kind: ScalarKind.Stream }:
                writer.Line(target + ".Body(" + value + ", \"application/octet-stream\", requiresLength: " + (property.RequiresLength ? "true" : "false") + ");");
                break;
            case ScalarType { Kind: ScalarKind.Blob }:
                writer.Line(target + ".Body(" + value + ", \"application/octet-stream\");");
                break;
            case EnumType:
            case ScalarType { Kind: ScalarKind.String }:
                using (writer.Block("if (" + value + (property.Type is EnumType ? (property.IsNullable ? "?.Value" : ".Value") : "") + " is { } " + property.Local + ")"))
                {
                    writer.Line(target + ".Body(" + CSharpTypes.Utf8 + ".GetBytes(" + property.Local + "), \"text/plain\");");
                }

                break;
            default:
                using (writer.Block("if (" + value + " is { } " + property.Local + ")"))
                {
                    writer.Line(body + ".Document(" + property.Local + ");");
                }

                break;
        }
    }

    private static void WriteRootName(SourceWriter writer, CodecPlan codec, PropertyPlan property, string target) =>
        writer.LineIf(codec.HasElements, target + "." + ValueCode.WriteName(codec with { Local = codec.Member }, property));
}
