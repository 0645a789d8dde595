using System;
using System.Collections.Generic;
using System.Formats.Cbor;
using System.Globalization;
using System.Linq;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests.Cbor;

/// <summary>Random trees of values, and how they are written and read by both implementations.</summary>
internal static class RandomValues
{
    public static object? Create(Random random, int depth) => random.Next(depth == 0 ? 8 : 12) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => CreateInteger(random),
        3 => (int)CreateInteger(random),
        4 => CreateText(random),
        5 => random.Next(4) == 0 ? double.NaN : BitConverter.Int64BitsToDouble(random.NextInt64()),
        6 => (float)random.Next(-1000, 1000) / 8,
        7 => CreateBytes(random),
        8 => DateTimeOffset.FromUnixTimeMilliseconds(random.NextInt64(-10_000_000_000, 4_000_000_000_000)),
        9 => Enumerable.Range(0, CreateLength(random)).Select(_ => Create(random, depth - 1)).ToList(),
        _ => Enumerable.Range(0, CreateLength(random))
            .Select(index => (Key: CreateText(random) + "/" + index.ToString(CultureInfo.InvariantCulture), Value: Create(random, depth - 1)))
            .ToDictionary(static entry => entry.Key, static entry => entry.Value),
    };

    public static void Write(CborBodyWriter cbor, object? value)
    {
        switch (value)
        {
            case null:
                cbor.Null();
                break;
            case bool flag:
                cbor.Boolean(flag);
                break;
            case int number:
                cbor.Int32(number);
                break;
            case long number:
                cbor.Int64(number);
                break;
            case float number:
                cbor.Single(number);
                break;
            case double number:
                cbor.Double(number);
                break;
            case string text:
                cbor.String(text);
                break;
            case byte[] bytes:
                cbor.Blob(bytes);
                break;
            case DateTimeOffset timestamp:
                cbor.Timestamp(timestamp);
                break;
            case List<object?> list:
                cbor.BeginArray();
                list.ForEach(item => Write(cbor, item));
                cbor.EndArray();
                break;
            case Dictionary<string, object?> map:
                cbor.BeginObject();
                foreach (var (key, item) in map)
                {
                    cbor.Name(key);
                    Write(cbor, item);
                }

                cbor.EndObject();
                break;
        }
    }

    /// <summary>Reads a value whose types are those of another one.</summary>
    public static object? Read(ref CborBodyReader cbor, object? type)
    {
        switch (type)
        {
            case bool:
                return cbor.Boolean();
            case int:
                return cbor.Int32();
            case long:
                return cbor.Int64();
            case float:
                return cbor.Single();
            case double:
                return cbor.Double();
            case string text:
                return text.Length % 2 == 0 ? cbor.String() : cbor.Utf8String().ToString();
            case byte[]:
                return cbor.Blob().ToArray();
            case DateTimeOffset:
                return cbor.Timestamp();
            case List<object?> types:
                return ReadList(ref cbor, types);
            case Dictionary<string, object?> types:
                return ReadMap(ref cbor, types);
            default:
                cbor.Skip();
                return null;
        }
    }

    /// <summary>Writes a value in one of its possible encodings.</summary>
    public static void Write(CborWriter cbor, object? value, Random random)
    {
        if (random.Next(10) == 0)
        {
            cbor.WriteTag((CborTag)random.Next(6, 100_000));
        }

        switch (value)
        {
            case null:
                cbor.WriteSimpleValue(random.Next(2) == 0 ? CborSimpleValue.Null : CborSimpleValue.Undefined);
                break;
            case bool flag:
                cbor.WriteBoolean(flag);
                break;
            case int number:
                WriteInteger(cbor, number, random);
                break;
            case long number:
                WriteInteger(cbor, number, random);
                break;
            case float number:
                WriteFloat(cbor, number, random);
                break;
            case double number:
                cbor.WriteDouble(number);
                break;
            case string text:
                WriteText(cbor, text, random);
                break;
            case byte[] bytes:
                WriteBytes(cbor, bytes, random);
                break;
            case DateTimeOffset timestamp:
                cbor.WriteTag(CborTag.UnixTimeSeconds);
                cbor.WriteDouble(timestamp.ToUnixTimeMilliseconds() / 1000.0);
                break;
            case List<object?> list:
                cbor.WriteStartArray(random.Next(2) == 0 ? null : list.Count);
                list.ForEach(item => Write(cbor, item, random));
                cbor.WriteEndArray();
                break;
            case Dictionary<string, object?> map:
                cbor.WriteStartMap(random.Next(2) == 0 ? null : map.Count);
                foreach (var (key, item) in map)
                {
                    WriteText(cbor, key, random);
                    Write(cbor, item, random);
                }

                cbor.WriteEndMap();
                break;
        }
    }

    public static object? Read(CborReader cbor)
    {
        switch (cbor.PeekState())
        {
            case CborReaderState.Null:
                cbor.ReadNull();
                return null;
            case CborReaderState.Boolean:
                return cbor.ReadBoolean();
            case CborReaderState.UnsignedInteger or CborReaderState.NegativeInteger:
                return cbor.ReadInt64();
            case CborReaderState.SinglePrecisionFloat:
                return cbor.ReadSingle();
            case CborReaderState.DoublePrecisionFloat:
                return cbor.ReadDouble();
            case CborReaderState.TextString:
                return cbor.ReadTextString();
            case CborReaderState.ByteString:
                return cbor.ReadByteString();
            case CborReaderState.Tag:
                return cbor.ReadUnixTimeSeconds();
            case CborReaderState.StartArray:
                var list = new List<object?>();
                for (cbor.ReadStartArray(); cbor.PeekState() != CborReaderState.EndArray;)
                {
                    list.Add(Read(cbor));
                }

                cbor.ReadEndArray();
                return list;
            default:
                var map = new Dictionary<string, object?>();
                for (cbor.ReadStartMap(); cbor.PeekState() != CborReaderState.EndMap;)
                {
                    map.Add(cbor.ReadTextString(), Read(cbor));
                }

                cbor.ReadEndMap();
                return map;
        }
    }

    /// <summary>Returns a text for comparison. Integers of all sizes are the same; timestamps have milliseconds.</summary>
    public static string Format(object? value) => value switch
    {
        null => "null",
        float number => "f" + BitConverter.SingleToInt32Bits(number).ToString("X", CultureInfo.InvariantCulture),
        double number => "d" + (double.IsNaN(number) ? "NaN" : BitConverter.DoubleToInt64Bits(number).ToString("X", CultureInfo.InvariantCulture)),
        string text => "'" + text + "'",
        byte[] bytes => "x" + Convert.ToHexString(bytes),
        DateTimeOffset timestamp => "t" + Math.Round((timestamp - DateTimeOffset.UnixEpoch).TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
        List<object?> list => "[" + string.Join(",", list.Select(Format)) + "]",
        Dictionary<string, object?> map => "{" + string.Join(",", map.Select(static entry => "'" + entry.Key + "':" + Format(entry.Value))) + "}",
        _ => string.Create(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static List<object?> ReadList(ref CborBodyReader cbor, List<object?> types)
    {
        var list = new List<object?>();
        while (cbor.NextElement(out var isNull))
        {
            list.Add(isNull ? null : Read(ref cbor, types[list.Count]));
        }

        return list;
    }

    private static Dictionary<string, object?> ReadMap(ref CborBodyReader cbor, Dictionary<string, object?> types)
    {
        var map = new Dictionary<string, object?>();
        if (types.ContainsValue(null) || types.Count % 2 == 0)
        {
            while (cbor.NextEntry(out var key, out var isNull))
            {
                map.Add(key, isNull ? null : Read(ref cbor, types[key]));
            }
        }
        else
        {
            while (cbor.NextMember(out var name))
            {
                map.Add(name.ToString(), Read(ref cbor, types[name.ToString()]));
            }
        }

        return map;
    }

    private static long CreateInteger(Random random) => random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);

    private static int CreateLength(Random random) => random.Next(random.Next(8) == 0 ? 30 : 4);

    private static string CreateText(Random random)
    {
        var text = new StringBuilder();
        for (var length = random.Next(random.Next(8) == 0 ? 300 : 20); length > 0; length--)
        {
            text.Append(random.Next(6) == 0 ? char.ConvertFromUtf32(random.Next(2) == 0 ? random.Next(0x80, 0xD800) : random.Next(0x10000, 0x110000)) : (char)random.Next(0x80));
        }

        return text.ToString();
    }

    private static byte[] CreateBytes(Random random)
    {
        var bytes = new byte[CreateLength(random) * 3];
        random.NextBytes(bytes);
        return bytes;
    }

    private static void WriteInteger(CborWriter cbor, long value, Random random)
    {
        if (random.Next(8) == 0 && value == (long)(double)(value >> 1 << 1) && Math.Abs(value) < 1L << 50)
        {
            cbor.WriteDouble(value);
        }
        else if (random.Next(4) == 0)
        {
            // Not the shortest encoding.
            var bytes = new byte[9];
            bytes[0] = (byte)(value < 0 ? 0x3B : 0x1B);
            System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), value < 0 ? ~value : value);
            cbor.WriteEncodedValue(bytes);
        }
        else
        {
            cbor.WriteInt64(value);
        }
    }

    /// <summary>Writes a number that has the same value in all sizes.</summary>
    private static void WriteFloat(CborWriter cbor, float value, Random random)
    {
        switch (random.Next(3))
        {
            case 0 when (float)(Half)value == value:
                cbor.WriteHalf((Half)value);
                break;
            case 1:
                cbor.WriteDouble(value);
                break;
            default:
                cbor.WriteSingle(value);
                break;
        }
    }

    private static void WriteText(CborWriter cbor, string text, Random random)
    {
        if (random.Next(3) != 0)
        {
            cbor.WriteTextString(text);
            return;
        }

        cbor.WriteStartIndefiniteLengthTextString();
        for (var at = 0; at < text.Length;)
        {
            var end = Math.Min(text.Length, at + random.Next(10));
            end -= end > at && char.IsHighSurrogate(text[end - 1]) ? 1 : 0;
            cbor.WriteTextString(text[at..end]);
            at = end;
        }

        cbor.WriteEndIndefiniteLengthTextString();
    }

    private static void WriteBytes(CborWriter cbor, byte[] bytes, Random random)
    {
        if (random.Next(3) != 0)
        {
            cbor.WriteByteString(bytes);
            return;
        }

        cbor.WriteStartIndefiniteLengthByteString();
        for (var at = 0; at < bytes.Length;)
        {
            var end = Math.Min(bytes.Length, at + random.Next(10));
            cbor.WriteByteString(bytes[at..end]);
            at = end;
        }

        cbor.WriteEndIndefiniteLengthByteString();
    }
}
