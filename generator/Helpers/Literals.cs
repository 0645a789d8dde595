using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace DataZoneGen.Generator;

/// <summary>Writes C# literals.</summary>
internal static class Literals
{
    /// <summary>Returns a string literal. Everything except printable ASCII is escaped.</summary>
    public static string String(string value)
    {
        if (IsPlain(value))
        {
            return "\"" + value + "\"";
        }

        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => literal.Append("\\\""),
                '\\' => literal.Append("\\\\"),
                >= ' ' and <= '~' => literal.Append(c),
                _ => literal.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture)),
            };
        }

        return literal.Append('"').ToString();
    }

    [MethodImpl(Jit.Optimize)]
    private static bool IsPlain(string value)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or > '~' or '"' or '\\')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Returns a UTF-8 string literal.</summary>
    public static string Utf8(string value) => String(value) + "u8";
}
