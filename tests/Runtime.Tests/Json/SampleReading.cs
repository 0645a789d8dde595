using System.Collections.Generic;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Runtime.Tests.Json;

/// <summary>Reads the sample of <see cref="ReaderGrammarTests"/> by its types, as generated code would.</summary>
internal static class SampleReading
{
    public static bool Read(ref JsonBodyReader json)
    {
        while (json.NextMember(out var name))
        {
            if (name.Is("name"u8))
            {
                json.String();
            }
            else if (name.Is("list"u8))
            {
                while (json.NextElement())
                {
                    json.Skip();
                }
            }
            else if (name.Is("map"u8))
            {
                var map = new Dictionary<string, string?>();
                while (json.NextEntry(out var key))
                {
                    map[key] = json.StringOrNull();
                }
            }
            else if (name.Is("at"u8))
            {
                json.Timestamp();
            }
            else
            {
                json.Document();
            }
        }

        return true;
    }

    /// <summary>Reads a body in both ways; any exception but the one for malformed bodies goes on to the test.</summary>
    public static void ValueOrFormatError(byte[] body)
    {
        Accepts(body);
        try
        {
            JsonReading.Read(body, (ref JsonBodyReader json) => Read(ref json));
        }
        catch (BodyFormatException exception)
        {
            Xunit.Assert.InRange(exception.BytePosition, 0, body.Length);
        }
    }

    public static bool Accepts(byte[] body)
    {
        try
        {
            JsonReading.Skip(body);
            return true;
        }
        catch (BodyFormatException)
        {
            return false;
        }
    }
}
