using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Emit.Bindings;
using DataZoneGen.Generator.Emit.Bodies;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Fakes;

/// <summary>Writes the statements of a fake that read a request and write a response or an error.</summary>
internal static class FakeCode
{
    private const int NoContent = 204;

    /// <summary>Writes the statements that read the input from <c>request</c> and return it.</summary>
    public static string ReadRequest(CodecPlan codec, FakeOperationPlan operation)
    {
        var writer = new SourceWriter();
        var properties = operation.Request.Properties;
        ResponseCode.ReadBody(writer, codec, properties, "request", wrapper: null);
        writer.Return("new()", properties.Select(property => (property.Name, Value(codec, property))));
        return writer.ToString();
    }

    /// <summary>Writes the statements that write the output <c>value</c> to <c>response</c>.</summary>
    public static string WriteResponse(CodecPlan codec, FakeOperationPlan operation)
    {
        var writer = new SourceWriter();
        if (operation.SuccessStatusCode is { } code && !(code == NoContent && HasContent(operation)))
        {
            writer.Line("response.StatusCode(" + code.ToString(CultureInfo.InvariantCulture) + ");");
        }

        WriteOutsideOfBody(writer, codec, operation.Response.Properties, "response");
        if (!operation.HasResponseBody)
        {
            return writer.ToString();
        }

        var inBody = operation.Response.Properties.Where(static p => p.Binding == PropertyBinding.Body).ToList();
        writer.Separate().Line("var " + codec.Local + " = response." + codec.Member + ";");
        if (operation.Root is { } root)
        {
            writer.Line(codec.Local + ".Name(" + ElementCode.Arguments(root) + ");");
        }

        if (operation.IsOutputUnwrapped)
        {
            writer.Line(codec.Local + ".String(" + HeaderCode.Text(inBody[0], "value") + (inBody[0].IsNullable ? " ?? \"\"" : "") + ");");
        }
        else if (operation.IsResponseBegun)
        {
            BodyCode.WriteMembers(writer, codec, inBody, "value");
        }
        else
        {
            BodyCode.WriteObject(writer, codec, inBody, "value");
        }

        return writer.ToString();
    }

    /// <summary>Writes the statements that write the error <c>value</c> to <c>error</c>.</summary>
    public static string WriteError(CodecPlan codec, FakeErrorPlan error)
    {
        var writer = new SourceWriter();
        writer.Line("error.Begin(value, " + Literals.String(error.Error.Codes[0]) + ", " + error.StatusCode.ToString(CultureInfo.InvariantCulture) + ", "
            + (error.Error.MessageName is { } message ? Literals.String(message) : "null")
            + (error.QueryCode is { } code ? ", " + Literals.String(code) : "") + ");");
        WriteOutsideOfBody(writer, codec, error.Error.Properties, "error");
        var inBody = error.Error.Properties.Where(static p => p.Binding == PropertyBinding.Body).ToList();
        if (inBody.Count > 0)
        {
            writer.Line("var " + codec.Local + " = error." + codec.Member + ";");
            BodyCode.WriteMembers(writer, codec, inBody, "value");
        }

        return writer.ToString();
    }

    /// <summary>Returns whether a response can have content. Some models have a status code that does not allow it.</summary>
    private static bool HasContent(FakeOperationPlan operation) =>
        operation.HasResponseBody || operation.Response.Properties.Any(static p => p.Binding == PropertyBinding.Payload);

    private static void WriteOutsideOfBody(SourceWriter writer, CodecPlan codec, EquatableArray<PropertyPlan> properties, string target)
    {
        foreach (var property in properties)
        {
            switch (property.Binding)
            {
                case PropertyBinding.StatusCode when property.IsNullable:
                    using (writer.Block("if (value." + property.Name + " is { } " + property.Local + ")"))
                    {
                        writer.Line(target + ".StatusCode(" + property.Local + ");");
                    }

                    break;
                case PropertyBinding.StatusCode:
                    writer.Line(target + ".StatusCode(value." + property.Name + ");");
                    break;
                case PropertyBinding.Header or PropertyBinding.PrefixHeaders:
                    HeaderCode.Write(writer, property, "value", target);
                    break;
                case PropertyBinding.Payload:
                    PayloadCode.Write(writer, codec, property, "value", target);
                    break;
            }
        }
    }

    private static string Value(CodecPlan codec, PropertyPlan property) => property.Binding switch
    {
        PropertyBinding.Label => HeaderCode.Read(property, "request.Labels", property.WireName),
        PropertyBinding.Query when property.Type is WireType { Kind: WireKind.Map } map => QueryMap(property, map),
        PropertyBinding.Query => HeaderCode.Read(property, "request.Query", property.WireName),
        PropertyBinding.Payload when IsMissingIfEmpty(property) => "request.Body.IsEmpty ? null : " + Payload(codec, property),
        _ => ResponseCode.Value(codec, property, "request"),
    };

    /// <summary>A map takes all parameters, also those that are bound to other members.</summary>
    private static string QueryMap(PropertyPlan property, WireType map) =>
        "request.Query." + (map.Element is WireType ? "MapOfLists()" : "Map()") + (property.IsNullable ? "" : " ?? " + map.Empty);

    private static bool IsMissingIfEmpty(PropertyPlan property) =>
        property is { IsNullable: true, Type: EnumType or ScalarType { Kind: ScalarKind.String or ScalarKind.Blob or ScalarKind.Document } };

    private static string Payload(CodecPlan codec, PropertyPlan property) => property.Type is ScalarType { Kind: ScalarKind.Blob }
        ? "new " + CSharpTypes.ReadOnlyMemoryOfByte + "(" + PayloadCode.Read(codec, property, "request") + ")"
        : PayloadCode.Read(codec, property, "request");
}
