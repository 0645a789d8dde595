using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Selection;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.CodeFixes.Operations;

/// <summary>Edits the text of an operation list in a project file: an attribute or an element. Everything else in the file stays as it is.</summary>
internal static class OperationListEditor
{
    // References to characters contain a separator, and items and metadata have values that only MSBuild knows.
    private static readonly string[] Unreadable = ["&", "@(", "%("];

    /// <summary>Returns the insertion that adds an operation at the end of a list; null if the list has parts that only MSBuild can read.</summary>
    /// <param name="text">The project file.</param>
    /// <param name="name">The span of the name of the attribute or element.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="separator">The separator for a list that has none yet.</param>
    public static TextChange? Add(SourceText text, TextSpan name, string operation, string separator)
    {
        if (name.Length == 0 || name.End >= text.Length || FindValue(text, name) is not { } span)
        {
            return null;
        }

        var value = text.ToString(span);
        if (Unreadable.Any(value.Contains))
        {
            return null;
        }

        var entries = FindEntries(value);
        if (entries.Count == 0)
        {
            return new TextChange(new TextSpan(span.Start, 0), operation);
        }

        // Entries are added as the last one was: after the same separator, which can contain a line break.
        var last = entries[entries.Count - 1];
        if (entries.Count > 1)
        {
            var previous = entries[entries.Count - 2];
            separator = value.Substring(previous.End, last.Start - previous.End);
        }

        return new TextChange(new TextSpan(span.Start + last.End, 0), separator + operation);
    }

    private static TextSpan? FindValue(SourceText text, TextSpan name)
    {
        if (name.Start > 0 && text[name.Start - 1] == '<')
        {
            var start = IndexOf(text, name.End, static c => c == '>') + 1;
            var end = IndexOf(text, start, static c => c == '<');
            return start == 0 || text[start - 2] == '/' || end + 1 >= text.Length || text[end + 1] != '/' ? null : Between(start, end);
        }

        var quote = IndexOf(text, name.End, static c => c is '"' or '\'');
        return quote < 0 ? null : Between(quote + 1, IndexOf(text, quote + 1, c => c == text[quote]));

        static TextSpan? Between(int start, int end) => end < 0 ? null : TextSpan.FromBounds(start, end);
    }

    private static int IndexOf(SourceText text, int start, Func<char, bool> isWanted)
    {
        for (var i = start; i < text.Length; i++)
        {
            if (isWanted(text[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private static List<TextSpan> FindEntries(string value)
    {
        var entries = new List<TextSpan>();
        var start = -1;
        for (var i = 0; i <= value.Length; i++)
        {
            var isSeparator = i == value.Length || OperationPattern.IsSeparator(value[i]);
            if (isSeparator && start >= 0)
            {
                entries.Add(TextSpan.FromBounds(start, i));
                start = -1;
            }
            else if (!isSeparator && start < 0)
            {
                start = i;
            }
        }

        return entries;
    }
}
