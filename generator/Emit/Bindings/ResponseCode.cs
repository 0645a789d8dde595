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
        var inBody = properties.Where(static p => p.Binding == PropertyBinding.Body).ToList();
        if (inBody.Count > 0)
        {
            writer.Line("ref var " + codec.Local + " = ref " + reader + "." + codec.Member + ";");
            writer.LineIf(wrapper is not null, codec.Local + ".Enter(" + Literals.Utf8(wrapper ?? "") + ");");
            BodyCode.ReadMembers(writer, codec, inBody);
            writer.Separate();
        }

        writer.Return(constructor, properties.Select(p => (p.Name, Value(codec, p, reader))));
    }

    private static string Value(CodecPlan codec, PropertyPlan property, string reader) => property.Binding switch
    {
        PropertyBinding.Header => Header(property, reader),
        PropertyBinding.PrefixHeaders => reader + ".Headers.WithPrefix(" + Literals.String(property.HttpName) + ")",
        PropertyBinding.StatusCode => reader + ".StatusCode",
        PropertyBinding.Payload => Payload(codec, property, reader),
        _ => BodyCode.Value(property),
    };

    private static string Header(PropertyPlan property, string reader)
    {
        var name = Literals.String(property.HttpName);
        var fallback = property.IsNullable ? "" : " ?? " + (property.Empty ?? "default");
        return property.Type switch
        {
            ScalarType when property.IsJsonValue => reader + ".Headers.Json(" + name + ")" + fallback,
            ScalarType { Kind: ScalarKind.String } => reader + ".Headers.String(" + name + ")" + fallback,
            WireType { Element: TimestampType } => reader + ".Headers.Timestamps(" + name + ")" + fallback,
            WireType { Element: EnumType element } => reader + ".Headers.List(" + name + ", static text => new " + element.CSharp + "(text))" + fallback,
            WireType when property.IsJsonValue => reader + ".Headers.List(" + name + ", " + CSharpTypes.Wire + "HeaderText.Json)" + fallback,
            WireType { Element: ScalarType element } => reader + ".Headers.List(" + name + ", " + CSharpTypes.Wire + "HeaderText." + element.Kind + ")" + fallback,
            ScalarType scalar => reader + ".Headers." + scalar.Kind + "(" + name + ")" + fallback,
            TimestampType => reader + ".Headers.Timestamp(" + name + ")" + fallback,
            EnumType enumeration => reader + ".Headers.String(" + name + ") is { } " + property.Local + " ? new " + enumeration.CSharp + "(" + property.Local + ") : "
                + (property.IsNullable ? "null" : "default"),
            _ => throw new System.InvalidOperationException("no header of type " + property.Type),
        };
    }

    /// <summary>Returns an expression that reads the payload member of a response or an event.</summary>
    public static string Payload(CodecPlan codec, PropertyPlan property, string reader) => property.Type switch
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
}
