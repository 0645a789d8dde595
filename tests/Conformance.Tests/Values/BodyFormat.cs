using System;
using System.Text;
using System.Text.Json;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>The format of the bodies of a protocol.</summary>
internal abstract class BodyFormat
{
    public static readonly BodyFormat Json = new JsonFormat();

    public static readonly BodyFormat Cbor = new CborFormat();

    /// <summary>The format of a protocol by its name in models and vectors.</summary>
    public static BodyFormat Of(string? protocol) => protocol == "smithy-rpc-v2-cbor" ? Cbor : Json;

    /// <summary>Reads a body; returns null if it is empty or not of this format.</summary>
    public abstract BodyValue? Read(byte[] body);

    /// <summary>The bytes of a body from the text that a protocol test has for it.</summary>
    public abstract byte[] ToBytes(string text);

    /// <summary>A body for messages.</summary>
    public string Show(byte[] body) => Read(body)?.ToString() ?? ToText(body);

    protected abstract string ToText(byte[] body);

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

        public override byte[] ToBytes(string text) => Encoding.UTF8.GetBytes(text);

        protected override string ToText(byte[] body) => Encoding.UTF8.GetString(body);
    }

    private sealed class CborFormat : BodyFormat
    {
        public override BodyValue? Read(byte[] body) => body.Length == 0 ? null : CborBody.Read(body);

        public override byte[] ToBytes(string text) => Convert.FromBase64String(text);

        protected override string ToText(byte[] body) => Convert.ToBase64String(body);
    }
}
