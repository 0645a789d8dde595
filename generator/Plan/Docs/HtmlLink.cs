using System;
using System.Linq;

namespace DataZoneGen.Generator.Plan.Docs;

/// <summary>Reads the target of an HTML link.</summary>
internal static class HtmlLink
{
    private const string Name = "href";

    /// <summary>Returns the absolute URL, escaped for an XML attribute; null if there is none.</summary>
    public static string? ReadUrl(string attributes)
    {
        var at = attributes.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        var value = attributes.Substring(at + Name.Length).TrimStart();
        if (!value.StartsWith("=", StringComparison.Ordinal))
        {
            return null;
        }

        value = value.Substring(1).TrimStart();
        var end = value.Length > 0 && value[0] is '"' or '\'' ? value.IndexOf(value[0], 1) : -1;
        return end < 0 ? null : Escape(DocText.Decode(value.Substring(1, end - 1)).Trim());
    }

    private static string? Escape(string address)
    {
        var isAbsolute = address.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || address.StartsWith("http://", StringComparison.OrdinalIgnoreCase);
        return isAbsolute && !address.Any(static c => DocText.IsSpace(c) || char.IsSurrogate(c)) ? DocText.Escape(address).Replace("\"", "&quot;") : null;
    }
}
