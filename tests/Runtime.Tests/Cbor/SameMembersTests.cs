using System;
using System.Collections.Generic;
using System.Globalization;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

/// <summary>
/// JSON and CBOR bodies with the same values give the same results, also if values do not have their type. The member o is an object, l is a list of
/// integers, L is a list of objects, m is a map of lists, and i is an integer.
/// </summary>
public class SameMembersTests
{
    private static readonly string[] Names = ["o", "l", "L", "m", "i"];

    [Fact]
    public void Both_formats_omit_the_same_members()
    {
        var omitted = 0;
        foreach (var seed in FuzzTime.Seeds(5_000))
        {
            var (jsonBuffer, cborBuffer) = (new Utf8Buffer(), new Utf8Buffer());
            new Writing(new Random(seed), new JsonBodyWriter(jsonBuffer), new CborBodyWriter(cborBuffer)).WriteObject(depth: 4);
            var json = new JsonBodyReader(jsonBuffer.Written);
            var cbor = new CborBodyReader(cborBuffer.Written);

            Assert.True(ReadObject(ref json) == ReadObject(ref cbor), $"Seed {seed}, first reading.");
            var count = json.OmitUnreadable();
            omitted += count;
            Assert.True(count == cbor.OmitUnreadable(), $"Seed {seed}.");
            if (count > 0)
            {
                Assert.True(ReadObject(ref json) == ReadObject(ref cbor), $"Seed {seed}, second reading.");
            }

            json.End();
            cbor.End();
            Assert.Equal((0, 0), (json.OmitUnreadable(), cbor.OmitUnreadable()));
        }

        Assert.NotEqual(0, omitted);
    }

    private static string ReadObject(ref JsonBodyReader json)
    {
        var text = "{";
        while (json.NextMember(out var name))
        {
            var member = name.ToString();
            text += member + ":" + member switch
            {
                "o" => ReadObject(ref json),
                "l" => ReadIntegers(ref json),
                "L" => ReadObjects(ref json),
                "m" => ReadMap(ref json),
                _ => json.Int32().ToString(CultureInfo.InvariantCulture),
            };
        }

        return text + "}";
    }

    private static string ReadIntegers(ref JsonBodyReader json)
    {
        var items = new List<int>();
        while (json.NextElement())
        {
            items.Add(json.Int32());
        }

        return "[" + string.Join(",", items) + "]";
    }

    private static string ReadObjects(ref JsonBodyReader json)
    {
        var items = new List<string>();
        while (json.NextElement(out var isNull))
        {
            items.Add(isNull ? "null" : ReadObject(ref json));
        }

        return "[" + string.Join(",", items) + "]";
    }

    private static string ReadMap(ref JsonBodyReader json)
    {
        var text = "<";
        while (json.NextEntry(out var key, out var isNull))
        {
            text += key + ":" + (isNull ? "null" : ReadIntegers(ref json));
        }

        return text + ">";
    }

    private static string ReadObject(ref CborBodyReader cbor)
    {
        var text = "{";
        while (cbor.NextMember(out var name))
        {
            var member = name.ToString();
            text += member + ":" + member switch
            {
                "o" => ReadObject(ref cbor),
                "l" => ReadIntegers(ref cbor),
                "L" => ReadObjects(ref cbor),
                "m" => ReadMap(ref cbor),
                _ => cbor.Int32().ToString(CultureInfo.InvariantCulture),
            };
        }

        return text + "}";
    }

    private static string ReadIntegers(ref CborBodyReader cbor)
    {
        var items = new List<int>();
        while (cbor.NextElement())
        {
            items.Add(cbor.Int32());
        }

        return "[" + string.Join(",", items) + "]";
    }

    private static string ReadObjects(ref CborBodyReader cbor)
    {
        var items = new List<string>();
        while (cbor.NextElement(out var isNull))
        {
            items.Add(isNull ? "null" : ReadObject(ref cbor));
        }

        return "[" + string.Join(",", items) + "]";
    }

    private static string ReadMap(ref CborBodyReader cbor)
    {
        var text = "<";
        while (cbor.NextEntry(out var key, out var isNull))
        {
            text += key + ":" + (isNull ? "null" : ReadIntegers(ref cbor));
        }

        return text + ">";
    }

    /// <summary>Writes random values to both formats. Some do not have the type of their name.</summary>
    private sealed class Writing(Random random, JsonBodyWriter json, CborBodyWriter cbor)
    {
        public void WriteObject(int depth)
        {
            json.BeginObject();
            cbor.BeginObject();
            for (var count = random.Next(5); count > 0; count--)
            {
                var name = Names[random.Next(Names.Length)];
                WriteName(name);
                WriteValue(random.Next(8) == 0 ? Names[random.Next(Names.Length)] : name, depth);
            }

            json.EndObject();
            cbor.EndObject();
        }

        private void WriteName(string name)
        {
            json.Name(name);
            cbor.Name(name);
        }

        private void WriteValue(string type, int depth)
        {
            switch (random.Next(12))
            {
                case 0:
                    json.Null();
                    cbor.Null();
                    break;
                case 1:
                    json.String("text");
                    cbor.String("text");
                    break;
                case 2:
                    json.Double(1.5);
                    cbor.Double(1.5);
                    break;
                default:
                    WriteTyped(depth == 0 ? "i" : type, depth - 1);
                    break;
            }
        }

        private void WriteTyped(string type, int depth)
        {
            switch (type)
            {
                case "o":
                    WriteObject(depth);
                    break;
                case "l":
                    WriteList("i", depth);
                    break;
                case "L":
                    WriteList("o", depth);
                    break;
                case "m":
                    WriteMap(depth);
                    break;
                default:
                    var number = random.Next(-1000, 1000);
                    json.Int32(number);
                    cbor.Int32(number);
                    break;
            }
        }

        private void WriteList(string type, int depth)
        {
            json.BeginArray();
            cbor.BeginArray();
            for (var count = random.Next(4); count > 0; count--)
            {
                WriteValue(type, depth);
            }

            json.EndArray();
            cbor.EndArray();
        }

        private void WriteMap(int depth)
        {
            json.BeginObject();
            cbor.BeginObject();
            for (var count = random.Next(3); count > 0; count--)
            {
                WriteName("key" + count.ToString(CultureInfo.InvariantCulture));
                WriteValue("l", depth);
            }

            json.EndObject();
            cbor.EndObject();
        }
    }
}
