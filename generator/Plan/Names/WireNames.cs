using System;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Plan.Names;

/// <summary>Writes names and constant text of a model as they are sent in HTTP.</summary>
internal static class WireNames
{
    /// <summary>A name in a query: only unreserved characters stay.</summary>
    public static string QueryName(string name) =>
        PercentEncode(name, static b => b is (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~');

    /// <summary>Constant text of a URI: what the model has encoded already, and its delimiters, stay.</summary>
    public static string Literal(string text) =>
        PercentEncode(text, static b => b is > ' ' and < '\u007F' and not ('"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}'));

    private static string PercentEncode(string text, Func<char, bool> isKept)
    {
        if (text.All(isKept))
        {
            return text;
        }

        var encoded = new StringBuilder(text.Length);
        foreach (var b in Encoding.UTF8.GetBytes(text))
        {
            _ = isKept((char)b) ? encoded.Append((char)b) : encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}
