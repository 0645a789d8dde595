using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>The format of the bodies of a protocol.</summary>
internal abstract class BodyFormat
{
    public static readonly BodyFormat Json = new JsonFormat();

    public static readonly BodyFormat Cbor = new CborFormat();

    public static readonly BodyFormat Xml = new XmlFormat();

    public static readonly BodyFormat Form = new FormFormat();

    /// <summary>The format of the requests of a protocol by its name in models and vectors.</summary>
    public static BodyFormat Of(string? protocol) => protocol switch
    {
        "smithy-rpc-v2-cbor" => Cbor,
        "rest-xml" => Xml,
        "query" or "ec2" => Form,
        _ => Json,
    };

    /// <summary>Reads a body; returns null if it is empty or not of this format.</summary>
    public abstract BodyValue? Read(byte[] body);

    /// <summary>Compares two bodies of this format.</summary>
    /// <param name="plan">The plan of the client.</param>
    /// <param name="operation">The operation, whose plan says which values are timestamps or numbers.</param>
    /// <param name="expected">The recorded body.</param>
    /// <param name="actual">The body that was sent.</param>
    /// <param name="differences">The list of differences.</param>
    public virtual void Compare(ClientPlan plan, OperationPlan operation, byte[] expected, byte[] actual, Differences differences)
    {
        var (wanted, sent) = (Read(expected)!, Read(actual)!);
        var comparer = new BodyComparer(plan, differences);
        if (operation.Request.Properties.FirstOrDefault(static p => p.Binding == PropertyBinding.Payload) is { } payload)
        {
            comparer.Value(payload.Type, wanted, sent, "body");
        }
        else
        {
            comparer.Object(operation.Request.Properties.Where(static p => p.Binding == PropertyBinding.Body), wanted, sent, "body");
        }
    }

    /// <summary>The bytes of a body from the text that a protocol test has for it.</summary>
    public virtual byte[] ToBytes(string text) => Encoding.UTF8.GetBytes(text);

    /// <summary>A body for messages.</summary>
    public virtual string Show(byte[] body) => Read(body)?.ToString() ?? Encoding.UTF8.GetString(body);

    private sealed class JsonFormat : BodyFormat
    {
        public override BodyValue? Read(byte[] body)
        {
            try
            {
                return body.Length == 0 ? null : BodyValue.From(JsonSerializer.Deserialize<JsonElement>(body));
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }

    private sealed class CborFormat : BodyFormat
    {
        public override BodyValue? Read(byte[] body) => body.Length == 0 ? null : CborBody.Read(body);

        public override byte[] ToBytes(string text) => Convert.FromBase64String(text);

        public override string Show(byte[] body) => Read(body)?.ToString() ?? Convert.ToBase64String(body);
    }

    private sealed class XmlFormat : BodyFormat
    {
        public override BodyValue? Read(byte[] body)
        {
            try
            {
                return body.Length == 0 ? null : ToValue(XmlBodyComparer.Parse(body));
            }
            catch (XmlException)
            {
                return null;
            }
        }

        public override void Compare(ClientPlan plan, OperationPlan operation, byte[] expected, byte[] actual, Differences differences) =>
            new XmlBodyComparer(plan, differences).Body(operation, XmlBodyComparer.Parse(expected), XmlBodyComparer.Parse(actual));

        public override string Show(byte[] body) => Encoding.UTF8.GetString(body);

        private static BodyValue ToValue(XElement element) => element.HasElements
            ? new BodyValue(BodyValueKind.Map) { Members = [.. element.Elements().Select(static child => KeyValuePair.Create(child.Name.LocalName, ToValue(child)))] }
            : new BodyValue(BodyValueKind.Text, element.Value);
    }

    private sealed class FormFormat : BodyFormat
    {
        public override BodyValue? Read(byte[] body) => body.Length == 0 ? null : new BodyValue(BodyValueKind.Map)
        {
            Members = [.. FormBodyComparer.Parse(body).Select(static pair => KeyValuePair.Create(pair.Key, new BodyValue(BodyValueKind.Text, pair.Value)))],
        };

        public override void Compare(ClientPlan plan, OperationPlan operation, byte[] expected, byte[] actual, Differences differences) =>
            FormBodyComparer.Compare(expected, actual, differences);

        public override string Show(byte[] body) => Encoding.UTF8.GetString(body);
    }
}
