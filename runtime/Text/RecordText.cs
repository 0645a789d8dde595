using System.Collections;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>Formats lists and maps for <c>ToString</c> of generated records.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RecordText
{
    private const int MaxItems = 10;

    /// <summary>Formats the first ten items of a list as <c>[a, b]</c>, or of a map as <c>{key = value}</c>, and the number of further items.</summary>
    /// <param name="items">The list or map.</param>
    /// <returns>The text; <see langword="null"/> if <paramref name="items"/> is <see langword="null"/>.</returns>
    [return: NotNullIfNotNull(nameof(items))]
    public static string? From(IEnumerable? items) => items is null ? null : Append(new StringBuilder(), items).ToString();

    private static StringBuilder Append(StringBuilder text, object? value) => value switch
    {
        null => text.Append("null"),
        string plain => text.Append(plain),
        IDictionary map => AppendMap(text, map),
        IEnumerable list => AppendList(text, list),
        _ => text.Append(CultureInfo.InvariantCulture, $"{value}"),
    };

    private static StringBuilder AppendList(StringBuilder text, IEnumerable list)
    {
        var count = 0;
        text.Append('[');
        foreach (var item in list)
        {
            if (count < MaxItems)
            {
                Append(text.Append(count == 0 ? "" : ", "), item);
            }

            count++;
        }

        return AppendRest(text, count).Append(']');
    }

    private static StringBuilder AppendMap(StringBuilder text, IDictionary map)
    {
        var count = 0;
        text.Append('{');
        foreach (DictionaryEntry entry in map)
        {
            if (count == MaxItems)
            {
                break;
            }

            Append(text.Append(count == 0 ? "" : ", ").Append(entry.Key).Append(" = "), entry.Value);
            count++;
        }

        return AppendRest(text, map.Count).Append('}');
    }

    private static StringBuilder AppendRest(StringBuilder text, int count) =>
        count > MaxItems ? text.Append(CultureInfo.InvariantCulture, $", … {count - MaxItems} more") : text;
}
