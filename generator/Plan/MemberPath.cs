using System.Collections.Generic;

namespace DataZoneGen.Generator.Plan;

/// <summary>
/// A plain JMESPath expression: member names joined by dots, each possibly followed by <c>[]</c> or <c>[*]</c>, which goes
/// on with every element of a list.
/// </summary>
internal static class MemberPath
{
    /// <summary>The steps, or null when the expression is more than a plain path.</summary>
    public static IReadOnlyList<PathStep>? Parse(string path)
    {
        var steps = new List<PathStep>();
        foreach (var part in path.Split('.'))
        {
            var name = part;
            var isProjection = false;
            while (name.EndsWith("[]", System.StringComparison.Ordinal) || name.EndsWith("[*]", System.StringComparison.Ordinal))
            {
                if (isProjection)
                {
                    return null;
                }

                isProjection = true;
                name = name.Substring(0, name.LastIndexOf('['));
            }

            if (name.Length > 2 && name[0] == '"' && name[name.Length - 1] == '"')
            {
                name = name.Substring(1, name.Length - 2);
            }

            if (!IsName(name))
            {
                return null;
            }

            steps.Add(new PathStep(name, isProjection));
        }

        return steps;
    }

    private static bool IsName(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return text.Length > 0 && text[0] is not (>= '0' and <= '9');
    }
}

/// <summary>A member, and whether the path goes on with each of its elements.</summary>
internal readonly record struct PathStep(string Member, bool IsProjection);
