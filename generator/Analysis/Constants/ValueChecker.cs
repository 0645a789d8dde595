using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Analysis.Facts;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DataZoneGen.Generator.Analysis.Constants;

/// <summary>
/// Compares the value of a member with its limit, and reports constants that break it. Messages never contain the constant, because it may be a secret; the
/// location shows it.
/// </summary>
internal readonly struct ValueChecker(OperationAnalysisContext context, ServiceFacts facts, string type, string member)
{
    private const int MaxPattern = 300;
    private const int MaxValues = 8;

    public void Check(IOperation value, Limit limit) => Check(value, limit, "");

    /// <summary>Reports a constant that is no value of an enum. The properties of the diagnostic name the suggested value, for a code fix.</summary>
    public void CheckEnum(IOperation value, EnumFacts known, INamedTypeSymbol? enumType)
    {
        foreach (var constant in ConstantValues.Of(value))
        {
            if (constant.ConstantValue.Value is string text && !known.IsKnown(text))
            {
                var suggestion = Suggestions.For(text, known.Values);
                var hint = suggestion is not null ? "; did you mean '" + suggestion + "'?"
                    : known.Values.Count > MaxValues ? ""
                    : "; it defines " + string.Join(", ", known.Values.Select(static name => "'" + name + "'"));
                Report(constant, AnalyzerDescriptors.UnknownEnumValue, Properties(suggestion, known, enumType), known.Name, hint);
            }
        }
    }

    private static ImmutableDictionary<string, string?>? Properties(string? suggestion, EnumFacts known, INamedTypeSymbol? enumType) =>
        suggestion is not null && enumType is not null && known.PropertyOf(enumType, suggestion) is { } property
            ? ImmutableDictionary<string, string?>.Empty
                .Add("Value", suggestion)
                .Add("Member", property)
                .Add("Type", enumType.ContainingNamespace.ToDisplayString() + "." + enumType.MetadataName)
            : null;

    private void Check(IOperation value, Limit limit, string part)
    {
        switch (limit)
        {
            case TextLimit text:
                CheckTexts(value, text, part);
                break;
            case NumberLimit number:
                CheckNumbers(value, number, part);
                break;
            case BytesLimit bytes when ConstantValues.ByteCount(value) is { } count:
                CheckCount(value, bytes, AnalyzerDescriptors.LengthOutOfRange, count, "bytes", part);
                break;
            case ValueLimit { EnumName: var name } when facts.FindEnum(name) is { } known:
                CheckEnum(value, known, enumType: null);
                break;
            case ListLimit list when ConstantItems.OfList(value) is { } items:
                CheckItems(value, list, items, part);
                break;
            case MapLimit map when ConstantItems.OfMap(value) is { } entries:
                CheckEntries(value, map, entries, part);
                break;
            default:
                break;
        }
    }

    private void CheckTexts(IOperation value, TextLimit limit, string part)
    {
        foreach (var constant in ConstantValues.Of(value))
        {
            if (constant.ConstantValue.Value is string text
                && !CheckCount(constant, limit, AnalyzerDescriptors.LengthOutOfRange, CountCharacters(text), "characters", part)
                && limit.Pattern is { } pattern
                && pattern.IsBrokenBy(text))
            {
                var shown = pattern.Text.Length > MaxPattern ? pattern.Text.Substring(0, MaxPattern) + "…" : pattern.Text;
                Report(constant, AnalyzerDescriptors.PatternMismatch, properties: null, Subject(part), shown);
            }
        }
    }

    private void CheckNumbers(IOperation value, NumberLimit limit, string part)
    {
        foreach (var constant in ConstantValues.Of(value))
        {
            if (ModelNumber.IsOutside(constant.ConstantValue.Value, limit))
            {
                Report(constant, AnalyzerDescriptors.NumberOutOfRange, properties: null, Subject(part), Describe(limit));
            }
        }
    }

    private void CheckItems(IOperation value, ListLimit limit, ConstantItems items, string part)
    {
        if (items.Count is { } count)
        {
            CheckCount(value, limit, AnalyzerDescriptors.SizeOutOfRange, count, "items", part);
        }

        foreach (var item in limit.Item is null ? [] : items.Values)
        {
            Check(item, limit.Item!, "Items of ");
        }
    }

    private void CheckEntries(IOperation value, MapLimit limit, ConstantItems entries, string part)
    {
        if (entries.Count is { } count)
        {
            CheckCount(value, limit, AnalyzerDescriptors.SizeOutOfRange, count, "entries", part);
        }

        foreach (var key in limit.Key is null ? [] : entries.Keys)
        {
            Check(key, limit.Key!, "Keys of ");
        }

        foreach (var item in limit.Value is null ? [] : entries.Values)
        {
            Check(item, limit.Value!, "Values of ");
        }
    }

    /// <summary>Reports a length or a size that is out of range, and returns whether it is.</summary>
    private bool CheckCount(IOperation value, RangeLimit limit, DiagnosticDescriptor descriptor, int count, string unit, string part)
    {
        if (!ModelNumber.IsOutside(count, limit))
        {
            return false;
        }

        Report(value, descriptor, properties: null, Subject(part), Describe(limit) + " " + unit, count.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    private static string Describe(RangeLimit limit) => (limit.Min, limit.Max) switch
    {
        (null, var max) => "at most " + max,
        (var min, null) => "at least " + min,
        var (min, max) when min == max => "exactly " + min,
        var (min, max) => min + " to " + max,
    };

    private string Subject(string part) => part + type + "." + member;

    private void Report(IOperation value, DiagnosticDescriptor descriptor, ImmutableDictionary<string, string?>? properties, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, value.Syntax.GetLocation(), properties, arguments));

    /// <summary>Models count Unicode code points, .NET UTF-16 code units.</summary>
    private static int CountCharacters(string text)
    {
        var count = text.Length;
        for (var i = 1; i < text.Length; i++)
        {
            count -= char.IsSurrogatePair(text[i - 1], text[i]) ? 1 : 0;
        }

        return count;
    }
}
