using System;
using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Generator.Selection;

/// <summary>An entry of an item's Operations: a name or a pattern with <c>*</c>. A leading <c>-</c> makes it an exclusion.</summary>
internal sealed record OperationPattern(string Text, bool IsExclusion)
{
    private static readonly char[] Separators = ['|', ',', ';', ' ', '\t', '\r', '\n'];

    public bool HasWildcard => Text.IndexOf('*') >= 0;

    /// <summary>Whether the text is a valid operation name or pattern.</summary>
    public bool IsWellFormed => Text.Length > 0 && Text.All(static c => char.IsLetterOrDigit(c) || c is '*' or '_');

    /// <summary>Returns whether a character is a separator of the entries of a list.</summary>
    public static bool IsSeparator(char c) => Separators.Contains(c);

    public static IReadOnlyList<OperationPattern> ParseList(string list) =>
        list.Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(static entry => entry[0] == '-' ? new OperationPattern(entry.Substring(1), true) : new OperationPattern(entry, false))
            .ToList();

    public bool Matches(string operation)
    {
        var parts = Text.Split('*');
        if (parts.Length == 1)
        {
            return string.Equals(Text, operation, StringComparison.OrdinalIgnoreCase);
        }

        var first = parts[0];
        var last = parts[parts.Length - 1];
        if (operation.Length < first.Length + last.Length
            || !operation.StartsWith(first, StringComparison.OrdinalIgnoreCase)
            || !operation.EndsWith(last, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        // The parts between wildcards must occur in order between the first and the last part.
        var from = first.Length;
        var end = operation.Length - last.Length;
        foreach (var part in parts.Skip(1).Take(parts.Length - 2))
        {
            var at = operation.IndexOf(part, from, end - from, StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            from = at + part.Length;
        }

        return true;
    }
}
