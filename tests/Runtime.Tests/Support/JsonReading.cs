using System.Text;
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
        return value;
    }

    public static void Skip(byte[] body) => Read(body, (ref JsonBodyReader json) =>
    {
        json.Skip();
        return true;
    });

    public static JsonFormatException Fails<T>(string text, JsonRead<T> read) => Assert.Throws<JsonFormatException>(() => Read(text, read));
}
