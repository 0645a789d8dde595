using System.Collections.Generic;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Xml;

/// <summary>Reads a sample by its types, as generated code would.</summary>
internal static class SampleReading
{
    public const string Sample =
        "<?xml version=\"1.0\" encoding='UTF-8' standalone=\"yes\"?>\r\n<!-- one --><?pi two?>\n"
        + "<s:Result xmlns:s=\"http://s.example\" s:kind='a&lt;\"b' >\n\t<s:Name>caf&#233; &amp;<![CDATA[ <raw> ]]><!-- in between -->tail ü</s:Name>"
        + "<List><member> 1 </member><member>2</member><member/></List><Flat>a</Flat>\r\n<At>2026-01-02T03:04:05.678Z</At><Flat>b</Flat >"
        + "<Map><entry><key>k</key><value>1</value></entry><entry><value/><key>k2</key></entry></Map><Ok>true</Ok><Other a=\"1\"><x><y/></x></Other></s:Result><!-- end -->\n";

    public static string Read(ref XmlBodyReader xml)
    {
        var kind = xml.Attribute("kind"u8);
        string? name = null;
        var numbers = new List<int>();
        var flat = new List<string>();
        var map = new List<string>();
        var ok = false;
        var at = "";
        while (xml.NextMember(out var member))
        {
            if (member.Is("Name"u8))
            {
                name = xml.String();
            }
            else if (member.Is("List"u8))
            {
                while (xml.NextElement())
                {
                    numbers.Add(xml.Int32());
                }
            }
            else if (member.Is("Flat"u8))
            {
                flat.Add(xml.Utf8String().ToString());
            }
            else if (member.Is("Map"u8))
            {
                while (xml.NextElement())
                {
                    map.Add(ReadEntry(ref xml));
                }
            }
            else if (member.Is("Ok"u8))
            {
                ok = xml.Boolean();
            }
            else if (member.Is("At"u8))
            {
                at = xml.Timestamp().ToString("O", System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                xml.Skip();
            }
        }

        return $"{kind}|{name}|{string.Join(',', numbers)}|{string.Join(',', flat)}|{string.Join(',', map)}|{ok}|{at}";
    }

    /// <summary>Reads a body in both ways. Any exception but that for malformed bodies fails the test.</summary>
    public static bool ReadOrFormatError(byte[] body)
    {
        try
        {
            XmlReading.Read(body, (ref XmlBodyReader xml) => Read(ref xml));
        }
        catch (BodyFormatException exception)
        {
            Assert.InRange(exception.BytePosition, 0, body.Length);
        }

        return FindFormatError(body) is null;
    }

    public static string? FindFormatError(byte[] body)
    {
        try
        {
            XmlReading.Skip(body);
            return null;
        }
        catch (BodyFormatException exception)
        {
            Assert.InRange(exception.BytePosition, 0, body.Length);
            return exception.Message;
        }
    }

    private static string ReadEntry(ref XmlBodyReader xml)
    {
        string? key = null, value = null;
        while (xml.NextMember(out var name))
        {
            if (name.Is("key"u8))
            {
                key = xml.String();
            }
            else if (name.Is("value"u8))
            {
                value = xml.String();
            }
            else
            {
                xml.Skip();
            }
        }

        return key + "=" + value;
    }
}
