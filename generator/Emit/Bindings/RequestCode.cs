using System.Linq;
using System.Text;
using DataZoneGen.Generator.Emit.Bodies;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bindings;

/// <summary>Writes the statements that create an HTTP request: its path, query, headers and body.</summary>
internal static class RequestCode
{
    /// <summary>Writes the statements that write <c>input</c> to <c>request</c>.</summary>
    public static string Write(CodecPlan codec, OperationPlan operation)
    {
        var writer = new SourceWriter();
        WriteHostPrefix(writer, operation);
        WritePath(writer, operation);
        foreach (var literal in operation.QueryLiterals)
        {
            writer.Line("request.QueryLiteral(" + Literals.Utf8(literal) + ");");
        }

        foreach (var header in operation.Headers)
        {
            writer.Line("request.Header(" + Literals.String(header.Name) + ", " + Literals.String(header.Value) + ");");
        }

        foreach (var property in operation.Request.Properties)
        {
            switch (property.Binding)
            {
                case PropertyBinding.Query:
                    WriteQuery(writer, property, operation);
                    break;
                case PropertyBinding.Header:
                    WriteHeader(writer, property);
                    break;
                case PropertyBinding.PrefixHeaders:
                    using (writer.Block("foreach (var entry in " + OrEmpty(property) + ")"))
                    {
                        writer.Line("request.Header(" + Literals.String(property.HttpName) + " + entry.Key, entry.Value);");
                    }

                    break;
                case PropertyBinding.Payload:
                    WritePayload(writer, codec, property, "input", "request");
                    break;
            }
        }

        writer.LineIf(operation.SendsQueryAsForm, "request.SendQueryAsForm();");
        if (operation.HasBody)
        {
            writer.Separate();
            BodyCode.WriteBody(writer, codec, operation);
        }

        return writer.ToString();
    }

    /// <summary>Writes one line for each literal and the label after it.</summary>
    private static void WritePath(SourceWriter writer, OperationPlan operation)
    {
        var path = new StringBuilder("request");
        if (operation.EndpointLabel is { } label)
        {
            path.Append(".EndpointLabel(nameof(input." + label.Name + "), " + Text(label) + ")");
        }

        foreach (var part in operation.Path)
        {
            path.Append(part.Literal is not null
                ? (operation.Path.Count > 2 ? "\n    " : "") + ".Path(" + Literals.Utf8(part.Literal) + ")"
                : (part.IsObjectKey ? ".ObjectKey" : part.IsGreedy ? ".GreedyLabel" : ".Label") + "(nameof(input." + part.Property!.Name + "), " + Text(part.Property) + ")");
        }

        writer.Line(path.Append(';').ToString());
    }

    private static void WriteHostPrefix(SourceWriter writer, OperationPlan operation)
    {
        if (operation.HostPrefix.Count == 0)
        {
            return;
        }

        var parts = operation.HostPrefix.Select(static part => part.Literal is not null
            ? ".HostPrefix(" + Literals.Utf8(part.Literal) + ")"
            : ".HostLabel(nameof(input." + part.Property!.Name + "), input." + part.Property.Name + ")");
        writer.Line("request" + string.Concat(parts) + ";");
    }

    private static void WriteHeader(SourceWriter writer, PropertyPlan property)
    {
        var name = Literals.String(property.HttpName);
        if (property.Type is not WireType { Element: { } element })
        {
            writer.Line("request." + (property.IsJsonValue ? "HeaderJson(" : "Header(") + name + ", " + Text(property) + ");");
            return;
        }

        using (writer.Block("if (input." + property.Name + " is { } " + property.Local + ")"))
        {
            writer.Line("request.HeaderList(" + name + ");");
            using (writer.Block("foreach (var item in " + property.Local + ")"))
            {
                writer.Line((property.IsJsonValue ? "request.HeaderJsonItem(" : "request.HeaderItem(") + name + ", " + ItemText(element, "item") + ");");
            }
        }
    }

    /// <summary>Returns the value as an argument of a method that has an overload for each wire type.</summary>
    private static string Text(PropertyPlan property)
    {
        var value = "input." + property.Name;
        return property.Type switch
        {
            EnumType => value + (property.IsNullable ? "?.Value" : ".Value"),
            TimestampType timestamp => value + ", " + ValueCode.Format(timestamp),
            _ when property.IsIdempotencyToken => "request.IdempotencyToken(" + value + ")",
            _ => value,
        };
    }

    private static void WriteQuery(SourceWriter writer, PropertyPlan property, OperationPlan operation)
    {
        var name = Literals.Utf8(property.HttpName);
        if (property.Type is not WireType { Element: { } element } wire)
        {
            writer.Line("request.Query(" + name + ", " + Text(property) + ");");
            return;
        }

        if (wire.Kind == WireKind.List)
        {
            using (writer.Block("foreach (var item in " + OrEmpty(property) + ")"))
            {
                writer.Line("request.Query(" + name + ", " + ItemText(element, "item") + ");");
            }

            return;
        }

        using (writer.Block("foreach (var entry in " + OrEmpty(property) + ")"))
        {
            WritePrecedence(writer, operation);
            if (element is WireType { Element: { } inner })
            {
                using (writer.Block("foreach (var item in entry.Value)"))
                {
                    writer.Line("request.Query(entry.Key, " + ItemText(inner, "item") + ");");
                }
            }
            else
            {
                writer.Line("request.Query(entry.Key, " + ItemText(element, "entry.Value") + ");");
            }
        }
    }

    /// <summary>A query parameter that is bound to a member takes precedence over an entry of a map.</summary>
    private static void WritePrecedence(SourceWriter writer, OperationPlan operation)
    {
        var named = operation.Request.Properties
            .Where(static p => p is { Binding: PropertyBinding.Query, Type: not WireType { Kind: WireKind.Map } })
            .Select(static p => "entry.Key == " + Literals.String(p.WireName) + (p.IsNullable && !p.IsIdempotencyToken ? " && input." + p.Name + " is not null" : ""))
            .ToList();
        if (named.Count == 0)
        {
            return;
        }

        using (writer.Block("if (" + (named.Count == 1 ? named[0] : string.Join("\n    || ", named.Select(static condition => "(" + condition + ")"))) + ")"))
        {
            writer.Line("continue;");
        }

        writer.Line();
    }

    private static string ItemText(TypePlan type, string item) => type switch
    {
        EnumType => item + ".Value",
        TimestampType timestamp => item + ", " + ValueCode.Format(timestamp),
        _ => item,
    };

    /// <summary>Writes the payload member of a request or an event.</summary>
    public static void WritePayload(SourceWriter writer, CodecPlan codec, PropertyPlan property, string owner, string target)
    {
        var value = owner + "." + property.Name;
        var body = target + "." + codec.Member;
        switch (property.Type)
        {
            case EventStreamType stream:
                writer.Line(target + ".Events(" + value + ", " + stream.Wire + ".Write);");
                break;
            case WireType wire when property.IsNullable:
                using (writer.Block("if (" + value + " is { } " + property.Local + ")"))
                {
                    WriteRootName(writer, codec, property, target);
                    writer.Line(wire.Wire + ".Write(" + body + ", " + property.Local + ");");
                }

                if (wire.Kind == WireKind.Structure && !codec.HasRootElement)
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
        writer.LineIf(codec.HasRootElement, target + "." + ValueCode.WriteName(codec with { Local = codec.Member }, property));

    private static string OrEmpty(PropertyPlan property) => property.IsNullable
        ? "input." + property.Name + " ?? " + ((WireType)property.Type).Empty
        : "input." + property.Name;
}
