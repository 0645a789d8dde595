using System.Linq;
using DataZoneGen.Generator.Emit.Bodies;
using DataZoneGen.Generator.Emit.Text;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Bindings;

/// <summary>Writes the statements that read an HTTP response: its status code, headers, body and payload.</summary>
internal static class ResponseCode
{
    /// <summary>Writes the statements that read a response from <c>response</c> and return it.</summary>
    public static string Read(CodecPlan codec, OperationPlan operation)
    {
        var writer = new SourceWriter();
        var properties = operation.Response.Properties;
        if (operation.IsOutputUnwrapped)
        {
            writer.Line("ref var " + codec.Local + " = ref response." + codec.Member + ";");
            writer.Return("new()", properties.Select(p => (p.Name, p.Binding == PropertyBinding.Body ? Text(codec, p) : Value(codec, p, "response"))));
            return writer.ToString();
        }

        Read(writer, codec, properties, "response", "new()", operation.ResultWrapper);
        return writer.ToString();
    }

    /// <summary>Returns an expression for the text of the root element. An empty text is no value.</summary>
    private static string Text(CodecPlan codec, PropertyPlan property) =>
        codec.Local + ".String() is { Length: > 0 } " + property.Local + " ? "
        + (property.Type is EnumType type ? "new " + type.CSharp + "(" + property.Local + ")" : property.Local)
        + " : " + (property.IsNullable ? "null" : property.Empty ?? "default");

    /// <summary>Writes the statements that read an error from <c>error</c> and return it.</summary>
    public static string Read(CodecPlan codec, ErrorPlan error)
    {
        var writer = new SourceWriter();
        Read(writer, codec, error.Properties, "error", "new(error.Message)", wrapper: null);
        return writer.ToString();
    }

    private static void Read(
        SourceWriter writer, CodecPlan codec, EquatableArray<PropertyPlan> properties, string reader, string constructor, string? wrapper)
    {
        ReadBody(writer, codec, properties, reader, wrapper);
        writer.Return(constructor, properties.Select(p => (p.Name, Value(codec, p, reader))));
    }

    /// <summary>Writes the statements that read the members in the body into local variables.</summary>
    public static void ReadBody(SourceWriter writer, CodecPlan codec, EquatableArray<PropertyPlan> properties, string reader, string? wrapper)
    {
        var inBody = properties.Where(static p => p.Binding == PropertyBinding.Body).ToList();
        if (inBody.Count > 0)
        {
            writer.Line("ref var " + codec.Local + " = ref " + reader + "." + codec.Member + ";");
            writer.LineIf(wrapper is not null, codec.Local + ".Enter(" + Literals.Utf8(wrapper ?? "") + ");");
            BodyCode.ReadMembers(writer, codec, inBody);
            writer.Separate();
        }
    }

    /// <summary>Returns an expression for a member after the body has been read.</summary>
    public static string Value(CodecPlan codec, PropertyPlan property, string reader) => property.Binding switch
    {
        PropertyBinding.Header => HeaderCode.Read(property, reader + ".Headers", property.HttpName),
        PropertyBinding.PrefixHeaders => reader + ".Headers.WithPrefix(" + Literals.String(property.HttpName) + ")",
        PropertyBinding.StatusCode => reader + ".StatusCode",
        PropertyBinding.Payload => PayloadCode.Read(codec, property, reader),
        _ => BodyCode.Value(codec, property),
    };
}
