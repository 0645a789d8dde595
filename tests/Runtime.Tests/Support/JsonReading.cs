using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests;

internal delegate T JsonRead<T>(ref JsonBodyReader json);

/// <summary>Reads a text with one call of the reader.</summary>
internal static class JsonReading
{
    public static T Read<T>(string text, JsonRead<T> read) => Read(Encoding.UTF8.GetBytes(text), read);

    public static T Read<T>(byte[] body, JsonRead<T> read)
    {
        var json = new JsonBodyReader(body);
        var value = read(ref json);
        json.End();
        if (json.OmitUnreadable() > 0)
        {
            // Whatever cannot be read is found the first time.
            value = read(ref json);
            json.End();
            Assert.Equal(0, json.OmitUnreadable());
        }

        return value;
    }

    public static void Skip(byte[] body) => Read(body, (ref JsonBodyReader json) =>
    {
        json.Skip();
        return true;
    });

    /// <summary>Reads a value as the member of an object, before another one, as the pipeline does: once more if values cannot be read.</summary>
    /// <returns>The value; the type's default when the member is left out.</returns>
    public static T? Member<T>(string text, JsonRead<T> read)
    {
        var json = new JsonBodyReader(Encoding.UTF8.GetBytes("{\"member\": " + text + " ,\"next\":[1]}"));
        var value = ReadMember(ref json, read, out _);
        return json.OmitUnreadable() > 0 ? ReadMember(ref json, read, out _) : value;
    }

    /// <summary>Asserts that a value leaves its member out, and nothing else.</summary>
    public static void Omits<T>(string text, JsonRead<T> read)
    {
        var json = new JsonBodyReader(Encoding.UTF8.GetBytes("{\"member\": " + text + " ,\"next\":[1]}"));
        ReadMember(ref json, read, out var wasThere);
        Assert.True(wasThere);
        Assert.Equal(1, json.OmitUnreadable());
        ReadMember(ref json, read, out wasThere);
        Assert.False(wasThere);
        Assert.Equal(0, json.OmitUnreadable());
    }

    private static T? ReadMember<T>(ref JsonBodyReader json, JsonRead<T> read, out bool wasThere)
    {
        T? value = default;
        wasThere = false;
        var hasNext = false;
        while (json.NextMember(out var name))
        {
            if (name.Is("member"u8))
            {
                wasThere = true;
                value = read(ref json);
            }
            else
            {
                hasNext = true;
                json.Skip();
            }
        }

        json.End();
        Assert.True(hasNext);
        return value;
    }

    public static BodyFormatException Fails<T>(string text, JsonRead<T> read) => Assert.Throws<BodyFormatException>(() => Read(text, read));
}
