using System;
using System.Numerics;
using System.Text;
using DataZoneGen.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Core;

/// <summary>Parses the texts of labels and query parameters.</summary>
internal static class ValueText
{
    public static bool Boolean(string text) => bool.TryParse(text, out var value) ? value : throw CreateException("Boolean");

    public static T Number<T>(string text)
        where T : struct, INumberBase<T> => HeaderText.TryParseNumber<T>(text, out var value) ? value : throw CreateException("number");

    public static DateTimeOffset Timestamp(string text) =>
        WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(text), out var value) ? value : throw CreateException("timestamp");

    // The message does not quote the value, which may be secret.
    private static WireFormatException CreateException(string type) => new("A label or a query parameter is not a " + type + ".");
}
