using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DataZoneGen.Core;

namespace DataZoneGen.Testing.Core;

/// <summary>
/// Converts CBOR to JSON and back. What JSON does not have is an object with one property: <c>$blob</c> with Base64, <c>$time</c> with epoch seconds, and
/// <c>$float</c> with a number that is not finite.
/// </summary>
internal static class CborJson
{
    private const string Blob = "$blob";
    private const string Time = "$time";
    private const string Float = "$float";
    private const int MaxDepth = 64;

    /// <summary>Converts CBOR to JSON.</summary>
    /// <exception cref="BodyFormatException">The bytes are not well-formed, or contain a value that no protocol of AWS uses.</exception>
    public static JsonNode? ToJson(ReadOnlySpan<byte> cbor)
    {
        var position = 0;
        var value = Read(cbor, ref position, 0);
        return position == cbor.Length ? value : throw Malformed(position);
    }

    /// <summary>Converts JSON to CBOR.</summary>
    public static byte[] ToCbor(JsonNode json)
    {
        var buffer = new Utf8Buffer();
        var writer = new DataZoneGen.Wire.CborBodyWriter(buffer);
        Write(writer, json);
        return buffer.Written.ToArray();
    }

    private static JsonNode? Read(ReadOnlySpan<byte> cbor, ref int position, int depth)
    {
        if (depth > MaxDepth)
        {
            throw Malformed(position);
        }

        var head = Take(cbor, ref position, 1)[0];
        var (type, info) = (head >> CborType.Shift, head & CborType.InfoMask);
        if (type == CborType.Other)
        {
            return ReadOther(cbor, ref position, head);
        }

        var isIndefinite = info == CborType.Indefinite;
        var number = isIndefinite ? 0 : ReadNumber(cbor, ref position, info);
        switch (type)
        {
            case CborType.Unsigned:
                return JsonValue.Create(number);
            case CborType.Negative:
                return JsonValue.Create(-1 - (long)number);
            case CborType.Bytes:
                return new JsonObject { [Blob] = Convert.ToBase64String(ReadString(cbor, ref position, type, isIndefinite, number)) };
            case CborType.Text:
                return JsonValue.Create(Encoding.UTF8.GetString(ReadString(cbor, ref position, type, isIndefinite, number)));
            case CborType.Array:
                var items = new JsonArray();
                while (HasMore(cbor, ref position, isIndefinite, ref number))
                {
                    items.Add(Read(cbor, ref position, depth + 1));
                }

                return items;
            case CborType.Map:
                var members = new JsonObject();
                while (HasMore(cbor, ref position, isIndefinite, ref number))
                {
                    var name = Read(cbor, ref position, depth + 1) is JsonValue key && key.TryGetValue<string>(out var text) ? text : throw Malformed(position);
                    members[name] = Read(cbor, ref position, depth + 1);
                }

                return members;
            default:
                // Timestamps are the only values with a tag.
                return head == CborType.EpochTag ? new JsonObject { [Time] = Read(cbor, ref position, depth + 1) } : throw Malformed(position);
        }
    }

    private static JsonNode? ReadOther(ReadOnlySpan<byte> cbor, ref int position, byte head) => head switch
    {
        CborType.False => JsonValue.Create(false),
        CborType.True => JsonValue.Create(true),
        CborType.Null or CborType.Undefined => null,
        CborType.Half => FromDouble((double)BinaryPrimitives.ReadHalfBigEndian(Take(cbor, ref position, 2))),
        CborType.Single => FromDouble(BinaryPrimitives.ReadSingleBigEndian(Take(cbor, ref position, 4))),
        CborType.Double => FromDouble(BinaryPrimitives.ReadDoubleBigEndian(Take(cbor, ref position, 8))),
        _ => throw Malformed(position),
    };

    /// <summary>Returns a number that is written with a decimal point or an exponent, so that it stays a floating-point number.</summary>
    private static JsonNode? FromDouble(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return !double.IsFinite(value) ? new JsonObject { [Float] = text }
            : JsonNode.Parse(text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text);
    }

    private static bool HasMore(ReadOnlySpan<byte> cbor, ref int position, bool isIndefinite, ref ulong count)
    {
        if (!isIndefinite)
        {
            return count-- > 0;
        }

        if (position < cbor.Length && cbor[position] == CborType.Break)
        {
            position++;
            return false;
        }

        return true;
    }

    private static byte[] ReadString(ReadOnlySpan<byte> cbor, ref int position, int type, bool isIndefinite, ulong length)
    {
        if (!isIndefinite)
        {
            return Take(cbor, ref position, length).ToArray();
        }

        var chunks = new System.IO.MemoryStream();
        ulong none = 0;
        while (HasMore(cbor, ref position, isIndefinite: true, ref none))
        {
            var head = Take(cbor, ref position, 1)[0];
            if (head >> CborType.Shift != type)
            {
                throw Malformed(position);
            }

            chunks.Write(Take(cbor, ref position, ReadNumber(cbor, ref position, head & CborType.InfoMask)));
        }

        return chunks.ToArray();
    }

    private static ulong ReadNumber(ReadOnlySpan<byte> cbor, ref int position, int info) => info switch
    {
        < CborType.OneByte => (ulong)info,
        CborType.OneByte => Take(cbor, ref position, 1)[0],
        CborType.TwoBytes => BinaryPrimitives.ReadUInt16BigEndian(Take(cbor, ref position, 2)),
        CborType.FourBytes => BinaryPrimitives.ReadUInt32BigEndian(Take(cbor, ref position, 4)),
        CborType.EightBytes => BinaryPrimitives.ReadUInt64BigEndian(Take(cbor, ref position, 8)),
        _ => throw Malformed(position),
    };

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> cbor, ref int position, ulong length)
    {
        if (length > (ulong)(cbor.Length - position))
        {
            throw Malformed(position);
        }

        var taken = cbor.Slice(position, (int)length);
        position += (int)length;
        return taken;
    }

    private static BodyFormatException Malformed(int position) => new("The body is not well-formed CBOR.", position);

    private static void Write(DataZoneGen.Wire.CborBodyWriter cbor, JsonNode? node)
    {
        switch (node)
        {
            case null:
                cbor.Null();
                break;
            case JsonObject { Count: 1 } special when special[Blob] is JsonValue blob:
                cbor.Blob(Convert.FromBase64String(blob.GetValue<string>()));
                break;
            case JsonObject { Count: 1 } special when special[Time] is JsonValue time:
                cbor.Timestamp(DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(time.GetValue<double>() * TimeSpan.TicksPerSecond)));
                break;
            case JsonObject { Count: 1 } special when special[Float] is JsonValue number:
                cbor.Double(double.Parse(number.GetValue<string>(), CultureInfo.InvariantCulture));
                break;
            case JsonObject members:
                cbor.BeginObject();
                foreach (var (name, value) in members)
                {
                    cbor.Name(name);
                    Write(cbor, value);
                }

                cbor.EndObject();
                break;
            case JsonArray items:
                cbor.BeginArray();
                foreach (var item in items)
                {
                    Write(cbor, item);
                }

                cbor.EndArray();
                break;
            default:
                WriteValue(cbor, node);
                break;
        }
    }

    private static void WriteValue(DataZoneGen.Wire.CborBodyWriter cbor, JsonNode value)
    {
        switch (value.GetValueKind())
        {
            case JsonValueKind.String:
                cbor.String(value.GetValue<string>());
                break;
            case JsonValueKind.True or JsonValueKind.False:
                cbor.Boolean(value.GetValue<bool>());
                break;
            default:
                var text = value.ToJsonString();
                if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer))
                {
                    cbor.Int64(integer);
                }
                else
                {
                    cbor.Double(double.Parse(text, CultureInfo.InvariantCulture));
                }

                break;
        }
    }
}
