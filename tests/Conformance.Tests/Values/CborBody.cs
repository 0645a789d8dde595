using System;
using System.Collections.Generic;
using System.Formats.Cbor;
using System.Globalization;

namespace DataZoneGen.Conformance.Tests.Values;

/// <summary>Reads CBOR with the reader of .NET, which the runtime does not use.</summary>
internal static class CborBody
{
    /// <summary>Reads one data item; returns null if the bytes are not exactly that, or have a tag that the protocol does not know.</summary>
    public static BodyValue? Read(byte[] body)
    {
        try
        {
            var reader = new CborReader(body, CborConformanceMode.Lax);
            var value = Read(reader);
            return reader.BytesRemaining == 0 ? value : null;
        }
        catch (Exception exception) when (exception is CborContentException or InvalidOperationException or OverflowException)
        {
            return null;
        }
    }

    private static BodyValue Read(CborReader reader) => reader.PeekState() switch
    {
        CborReaderState.StartMap => Map(reader),
        CborReaderState.StartArray => List(reader),
        CborReaderState.Tag => Timestamp(reader),
        CborReaderState.TextString or CborReaderState.StartIndefiniteLengthTextString => new BodyValue(BodyValueKind.Text, reader.ReadTextString()),
        CborReaderState.ByteString or CborReaderState.StartIndefiniteLengthByteString =>
            new BodyValue(BodyValueKind.Bytes, Convert.ToBase64String(reader.ReadByteString())),
        CborReaderState.UnsignedInteger => new BodyValue(BodyValueKind.Number, reader.ReadUInt64().ToString(CultureInfo.InvariantCulture)),
        CborReaderState.NegativeInteger => new BodyValue(BodyValueKind.Number, reader.ReadInt64().ToString(CultureInfo.InvariantCulture)),
        CborReaderState.HalfPrecisionFloat or CborReaderState.SinglePrecisionFloat or CborReaderState.DoublePrecisionFloat =>
            new BodyValue(BodyValueKind.Number, reader.ReadDouble().ToString("R", CultureInfo.InvariantCulture)),
        CborReaderState.Boolean => BodyValue.Boolean(reader.ReadBoolean()),
        CborReaderState.Null => Null(reader),
        _ => Undefined(reader),
    };

    private static BodyValue Map(CborReader reader)
    {
        var members = new List<KeyValuePair<string, BodyValue>>();
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
        {
            members.Add(KeyValuePair.Create(reader.ReadTextString(), Read(reader)));
        }

        reader.ReadEndMap();
        return new BodyValue(BodyValueKind.Map) { Members = members };
    }

    private static BodyValue List(CborReader reader)
    {
        var items = new List<BodyValue>();
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            items.Add(Read(reader));
        }

        reader.ReadEndArray();
        return new BodyValue(BodyValueKind.List) { Items = items };
    }

    private static BodyValue Timestamp(CborReader reader)
    {
        var tag = reader.ReadTag();
        return tag == CborTag.UnixTimeSeconds && Read(reader) is { Kind: BodyValueKind.Number } seconds
            ? new BodyValue(BodyValueKind.Timestamp, seconds.Text)
            : throw new CborContentException("The tag " + tag + " does not belong into a body.");
    }

    private static BodyValue Null(CborReader reader)
    {
        reader.ReadNull();
        return BodyValue.Null;
    }

    private static BodyValue Undefined(CborReader reader) => reader.ReadSimpleValue() == CborSimpleValue.Undefined
        ? new BodyValue(BodyValueKind.Undefined, "undefined")
        : throw new CborContentException("The simple value does not belong into a body.");
}
