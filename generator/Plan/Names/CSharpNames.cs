using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace DataZoneGen.Generator.Plan.Names;

/// <summary>Converts model names to C# names. The result depends only on the name.</summary>
internal static class CSharpNames
{
    /// <summary><c>domainIdentifier</c> → <c>DomainIdentifier</c>, <c>x-amz-meta</c> → <c>XAmzMeta</c>; capitals stay as they are.</summary>
    public static string Pascal(string name)
    {
        var pascal = new StringBuilder(name.Length);
        var startsWord = true;
        foreach (var c in name)
        {
            if (!IsLetterOrDigit(c))
            {
                startsWord = true;
                continue;
            }

            pascal.Append(startsWord ? char.ToUpperInvariant(c) : c);
            startsWord = false;
        }

        return StartingWithLetter(pascal.ToString());
    }

    /// <summary><c>PARTIALLY_SUCCEEDED</c> → <c>PartiallySucceeded</c>, <c>ETC_GMT_ADD_0</c> → <c>EtcGmtAdd0</c>, <c>InProgress</c> stays.</summary>
    public static string EnumValue(string value)
    {
        var result = new StringBuilder(value.Length);
        foreach (var word in Words(value))
        {
            var isShouted = word.All(static c => !char.IsLower(c));
            result.Append(char.ToUpperInvariant(word[0])).Append(isShouted ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }

        return StartingWithLetter(result.ToString());
    }

    /// <summary>Returns the name of a local variable or parameter: <c>DomainId</c> → <c>domainId</c>, <c>ARN</c> → <c>arn</c>.</summary>
    public static string Camel(string pascal)
    {
        var capitals = 0;
        while (capitals < pascal.Length && char.IsUpper(pascal[capitals]))
        {
            capitals++;
        }

        var lowered = capitals <= 1 || capitals == pascal.Length ? System.Math.Max(capitals, 1) : capitals - 1;
        var camel = pascal.Substring(0, lowered).ToLowerInvariant() + pascal.Substring(lowered);
        return Identifiers.IsKeyword(camel) ? "@" + camel : camel;
    }

    private static IEnumerable<string> Words(string value)
    {
        var word = new StringBuilder();
        foreach (var c in value)
        {
            if (IsLetterOrDigit(c))
            {
                word.Append(c);
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static string StartingWithLetter(string name) => name.Length switch
    {
        0 => "Empty",
        _ when IsDigit(name[0]) => "_" + name,
        _ => name,
    };

    private static bool IsLetterOrDigit(char c) => IsDigit(c) || char.GetUnicodeCategory(c) is
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        or UnicodeCategory.OtherLetter or UnicodeCategory.ModifierLetter;

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
