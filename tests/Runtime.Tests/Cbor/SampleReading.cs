using System.Collections.Generic;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests.Cbor;

/// <summary>A body with all types of values, and how generated code would read it.</summary>
internal static class SampleReading
{
    // {_ "name": "café", "text": (_ "a", "b"), "list": [1, -500, null, [_ ]], "map": {"k": "v", "": 1.5_1}, "at": 1(1767323045.678), "blob": h'0102',
    //    "parts": (_ h'01', h'02'), "flag": true, "big": 18446744073709551615, "other": 55799({1: [simple(255), undefined]}) }
    private const string Hex = """
        BF 646E616D65 65636166C3A9 6474657874 7F61616162FF 646C697374 84 01 3901F3 F6 9FFF 636D6170 A2 616B6176 60 FA3FC00000
        626174 C1FB41DA55CC89EB6459 64626C6F62 420102 657061727473 5F41014102FF 64666C6167 F5 63626967 1BFFFFFFFFFFFFFFFF
        656F74686572 D9D9F7A10182F8FFF7 FF
        """;

    public static byte[] Bytes => CborReading.Bytes(Hex.ReplaceLineEndings(""));

    public static bool Read(ref CborBodyReader cbor)
    {
        while (cbor.NextMember(out var name))
        {
            if (name.Is("name"u8) || name.Is("text"u8))
            {
                cbor.String();
            }
            else if (name.Is("list"u8))
            {
                while (cbor.NextElement())
                {
                    cbor.Int32();
                }
            }
            else if (name.Is("map"u8))
            {
                var map = new Dictionary<string, double?>();
                while (cbor.NextEntry(out var key, out var isNull))
                {
                    map[key] = isNull ? null : cbor.Double();
                }
            }
            else if (name.Is("at"u8))
            {
                cbor.Timestamp();
            }
            else if (name.Is("blob"u8) || name.Is("parts"u8))
            {
                cbor.Blob();
            }
            else if (name.Is("flag"u8))
            {
                cbor.Boolean();
            }
            else if (name.Is("big"u8))
            {
                cbor.Int64();
            }
            else
            {
                cbor.Skip();
            }
        }

        return true;
    }

    /// <summary>Reads a body by its types. Any other exception than that for malformed bodies is thrown to the test.</summary>
    public static void ReadOrFormatError(byte[] body)
    {
        try
        {
            CborReading.Read(body, (ref CborBodyReader cbor) => Read(ref cbor));
        }
        catch (BodyFormatException exception)
        {
            Xunit.Assert.InRange(exception.BytePosition, 0, body.Length);
        }
    }

    /// <summary>Returns the message of the exception that skipping a body throws; null if it is well-formed.</summary>
    public static string? FindFormatError(byte[] body)
    {
        try
        {
            CborReading.Skip(body);
            return null;
        }
        catch (BodyFormatException exception)
        {
            Xunit.Assert.InRange(exception.BytePosition, 0, body.Length);
            return exception.Message;
        }
    }
}
