using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests;

internal delegate T XmlRead<T>(ref XmlBodyReader xml);

/// <summary>Reads a body with one call of the reader.</summary>
internal static class XmlReading
{
    public static T Read<T>(string text, XmlRead<T> read) => Read(Encoding.UTF8.GetBytes(text), read);

    public static T Read<T>(byte[] body, XmlRead<T> read)
    {
        var xml = new XmlBodyReader(body);
        var value = read(ref xml);
        xml.End();
        if (xml.OmitUnreadable() > 0)
        {
            // All unreadable values are found the first time.
            value = read(ref xml);
            xml.End();
            Assert.Equal(0, xml.OmitUnreadable());
        }

        return value;
    }

    public static void Skip(string text) => Skip(Encoding.UTF8.GetBytes(text));

    public static void Skip(byte[] body) => Read(body, (ref XmlBodyReader xml) =>
    {
        xml.Skip();
        return true;
    });

    public static BodyFormatException Fails<T>(string text, XmlRead<T> read) => Assert.Throws<BodyFormatException>(() => Read(text, read));

    public static BodyFormatException Refuses(string text) => Assert.Throws<BodyFormatException>(() => Skip(text));

    /// <summary>Reads the content of an element as a member, before another one, as the pipeline does: once more if values cannot be read.</summary>
    /// <returns>The value; the type's default if the member is omitted.</returns>
    public static T? Member<T>(string content, XmlRead<T> read)
    {
        var xml = new XmlBodyReader(Member(content));
        var value = ReadMember(ref xml, read, out _);
        return xml.OmitUnreadable() > 0 ? ReadMember(ref xml, read, out _) : value;
    }

    /// <summary>Asserts that the content of an element omits the member, and nothing else.</summary>
    public static void Omits<T>(string content, XmlRead<T> read)
    {
        var xml = new XmlBodyReader(Member(content));
        ReadMember(ref xml, read, out var isPresent);
        Assert.True(isPresent);
        Assert.Equal(1, xml.OmitUnreadable());
        ReadMember(ref xml, read, out isPresent);
        Assert.False(isPresent);
        Assert.Equal(0, xml.OmitUnreadable());
    }

    private static byte[] Member(string content) => Encoding.UTF8.GetBytes("<r><member>" + content + "</member><next>1</next></r>");

    private static T? ReadMember<T>(ref XmlBodyReader xml, XmlRead<T> read, out bool isPresent)
    {
        T? value = default;
        isPresent = false;
        var hasNext = false;
        while (xml.NextMember(out var name))
        {
            if (name.Is("member"u8))
            {
                isPresent = true;
                value = read(ref xml);
            }
            else
            {
                hasNext = true;
                xml.Skip();
            }
        }

        xml.End();
        Assert.True(hasNext);
        return value;
    }
}
