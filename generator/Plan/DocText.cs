using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace DataZoneGen.Generator.Plan;

/// <summary>Turns a model's documentation, plain text or AWS's HTML, into paragraphs of XML documentation.</summary>
internal static class DocText
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private static readonly Regex ParagraphBreak = new(@"</?(p|ul|ol|li|dl|dt|dd|note|important|br|h\d|div|table|tr)\b[^>]*>|\n\s*\n", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Patience);

    private static readonly Regex Tag = new("<!--.*?-->|</?[a-zA-Z][^>]*>", RegexOptions.Singleline | RegexOptions.CultureInvariant, Patience);

    private static readonly Regex WhiteSpace = new(@"\s+", RegexOptions.CultureInvariant, Patience);

    /// <summary>The paragraphs, without markup, ready to stand in XML. Empty for no documentation.</summary>
    public static IReadOnlyList<string> Paragraphs(string? documentation)
    {
        if (documentation is null)
        {
            return [];
        }

        return ParagraphBreak.Split(documentation)
            .Select(static part => WhiteSpace.Replace(Decode(Tag.Replace(part, "")), " ").Trim())
            .Where(static part => part.Length > 1)
            .Select(Escape)
            .ToList();
    }

    /// <summary>Text as it may stand in XML: the three characters escaped, those that XML forbids dropped.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            switch (c)
            {
                case '&': escaped.Append("&amp;"); break;
                case '<': escaped.Append("&lt;"); break;
                case '>': escaped.Append("&gt;"); break;
                case < ' ' or '\uFFFE' or '\uFFFF' or '\u2028' or '\u2029' or '\u0085': escaped.Append(' '); break;
                default: escaped.Append(char.IsSurrogate(c) ? '?' : c); break;
            }
        }

        return escaped.ToString();
    }

    private static string Decode(string text) => text
        .Replace("&lt;", "<").Replace("&gt;", ">").Replace("&quot;", "\"").Replace("&#39;", "'").Replace("&apos;", "'")
        .Replace("&nbsp;", " ").Replace("&amp;", "&");
}
