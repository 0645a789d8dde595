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
                case PropertyBinding.Header or PropertyBinding.PrefixHeaders:
                    HeaderCode.Write(writer, property, "input", "request");
                    break;
                case PropertyBinding.Payload:
                    PayloadCode.Write(writer, codec, property, "input", "request");
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
            path.Append(".EndpointLabel(nameof(input." + label.Name + "), " + HeaderCode.Text(label, "input") + ")");
        }

        foreach (var part in operation.Path)
        {
            path.Append(part.Literal is not null
                ? (operation.Path.Count > 2 ? "\n    " : "") + ".Path(" + Literals.Utf8(part.Literal) + ")"
                : (part.IsObjectKey ? ".ObjectKey" : part.IsGreedy ? ".GreedyLabel" : ".Label") + "(nameof(input." + part.Property!.Name + "), " + HeaderCode.Text(part.Property, "input") + ")");
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

    private static void WriteQuery(SourceWriter writer, PropertyPlan property, OperationPlan operation)
    {
        var name = Literals.Utf8(property.HttpName);
        if (property.Type is not WireType { Element: { } element } wire)
        {
            writer.Line("request.Query(" + name + ", " + HeaderCode.Text(property, "input") + ");");
            return;
        }

        if (wire.Kind == WireKind.List)
        {
            using (writer.Block("foreach (var item in " + HeaderCode.OrEmpty(property, "input") + ")"))
            {
                writer.Line("request.Query(" + name + ", " + HeaderCode.ItemText(element, "item") + ");");
            }

            return;
        }

        using (writer.Block("foreach (var entry in " + HeaderCode.OrEmpty(property, "input") + ")"))
        {
            WritePrecedence(writer, operation);
            if (element is WireType { Element: { } inner })
            {
                using (writer.Block("foreach (var item in entry.Value)"))
                {
                    writer.Line("request.Query(entry.Key, " + HeaderCode.ItemText(inner, "item") + ");");
                }
            }
            else
            {
                writer.Line("request.Query(entry.Key, " + HeaderCode.ItemText(element, "entry.Value") + ");");
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
}
