using System;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>The constraints of a shape or a member. Each constraint trait of a member overrides that of its target.</summary>
internal readonly record struct SmithyConstraints(bool HasLimits, bool HasPattern, Constraints Own)
{
    public bool Any => HasLimits || HasPattern;

    public static SmithyConstraints Read(JsonObject traits, ModelSource source)
    {
        var length = source.Object(traits, Trait.Length);
        var limits = length ?? source.Object(traits, Trait.Range);
        var pattern = source.String(traits, Trait.Pattern);
        return new SmithyConstraints(
            limits is not null,
            pattern is not null,
            new Constraints(
                limits is null ? null : source.NumberText(limits, "min") ?? (length is null ? null : "0"),
                limits is null ? null : source.NumberText(limits, "max"),
                pattern is null ? null : ForWholeValue(pattern)));
    }

    public Constraints Over(Constraints target) => new(
        HasLimits ? Own.Min : target.Min,
        HasLimits ? Own.Max : target.Max,
        HasPattern ? Own.Pattern : target.Pattern);

    /// <summary>
    /// Converts a pattern to C2J. Smithy patterns match any part of a value unless they are anchored; C2J patterns match the whole value. Anchors
    /// are removed, and missing anchors become <c>.*</c>.
    /// </summary>
    private static string ForWholeValue(string pattern)
    {
        var isAnchoredAtStart = pattern.StartsWith("^", StringComparison.Ordinal);
        var isAnchoredAtEnd = pattern.EndsWith("$", StringComparison.Ordinal) && !EndsInEscape(pattern, pattern.Length - 1);
        var start = isAnchoredAtStart ? 1 : 0;
        var length = pattern.Length - start - (isAnchoredAtEnd ? 1 : 0);
        return (isAnchoredAtStart ? "" : ".*") + (length > 0 ? pattern.Substring(start, length) : "") + (isAnchoredAtEnd ? "" : ".*");
    }

    /// <summary>Returns whether the character at a position is escaped.</summary>
    private static bool EndsInEscape(string pattern, int position)
    {
        var backslashes = 0;
        while (position - backslashes > 0 && pattern[position - backslashes - 1] == '\\')
        {
            backslashes++;
        }

        return backslashes % 2 == 1;
    }
}
