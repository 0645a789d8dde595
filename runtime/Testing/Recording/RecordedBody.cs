using System;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>A recorded body in a form that a person can read.</summary>
/// <param name="Format">The format, which is also the name of the property in the file.</param>
/// <param name="Value">The content; <see langword="null"/> if the body is empty.</param>
internal sealed record RecordedBody(string Format, JsonNode? Value)
{
    public const string Json = "json";
    public const string Cbor = "cbor";
    public const string Form = "form";
    public const string Xml = "xml";
    public const string Text = "text";
    public const string Base64 = "base64";

    /// <summary>The formats, in the order in which a file is searched for them.</summary>
    public static readonly string[] Formats = [Json, Cbor, Form, Xml, Text, Base64];

    /// <summary>No body.</summary>
    public static RecordedBody Empty { get; } = new(Text, null);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Converts a body, and masks its secrets.</summary>
    /// <param name="bytes">The body.</param>
    /// <param name="contentType">The content type; <see langword="null"/> if there is none.</param>
    /// <param name="mask">Masks secrets.</param>
    public static RecordedBody From(ReadOnlySpan<byte> bytes, string? contentType, SensitiveData mask)
    {
        if (bytes.IsEmpty)
        {
            return Empty;
        }

        if (mask.MasksBodies)
        {
            return new RecordedBody(Text, SensitiveData.Mask);
        }

        var format = GetFormat(contentType);
        try
        {
            switch (format)
            {
                case Json:
                    return new RecordedBody(Json, mask.Apply(JsonNode.Parse(bytes)));
                case Cbor:
                    return new RecordedBody(Cbor, mask.Apply(CborJson.ToJson(bytes)));
                case Form:
                    return new RecordedBody(Form, mask.Apply(FormJson.ToJson(StrictUtf8.GetString(bytes)), FormJson.GetMemberName));
                case Xml:
                    var document = XDocument.Parse(StrictUtf8.GetString(bytes), LoadOptions.PreserveWhitespace);
                    mask.Apply(document);
                    return new RecordedBody(Xml, (document.Declaration is { } declaration ? declaration.ToString() : "") + document.ToString(SaveOptions.DisableFormatting));
                case Text:
                    return new RecordedBody(Text, StrictUtf8.GetString(bytes));
            }
        }
        catch (Exception exception) when (exception is JsonException or XmlException or WireFormatException or DecoderFallbackException or ArgumentException)
        {
            // The body is not what its content type says. Its secrets cannot be found.
            if (mask.HasNames)
            {
                return new RecordedBody(Text, SensitiveData.Mask);
            }
        }

        return new RecordedBody(Base64, Convert.ToBase64String(bytes));
    }

    /// <summary>Converts the body back to bytes.</summary>
    public byte[] ToBytes() => Value is null ? []
        : Format switch
        {
            Json => Encoding.UTF8.GetBytes(Value.ToJsonString()),
            Cbor => CborJson.ToCbor(Value),
            Form => Encoding.UTF8.GetBytes(FormJson.ToForm(Value)),
            Base64 => Convert.FromBase64String(Value.GetValue<string>()),
            _ => Encoding.UTF8.GetBytes(Value.GetValue<string>()),
        };

    private static string GetFormat(string? contentType)
    {
        var type = (contentType ?? "").AsSpan();
        type = (type.IndexOf(';') is >= 0 and var end ? type[..end] : type).Trim();
        return type.EndsWith("cbor", StringComparison.OrdinalIgnoreCase) ? Cbor
            : type.Contains("json", StringComparison.OrdinalIgnoreCase) ? Json
            : type.EndsWith("xml", StringComparison.OrdinalIgnoreCase) ? Xml
            : type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) ? Form
            : type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) ? Text
            : Base64;
    }
}
