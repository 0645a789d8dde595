namespace DataZoneGen.Generator.Analysis.Facts;

/// <summary>What values must be like. Each limit is one object, which all members with the limit share.</summary>
internal abstract class Limit;

/// <summary>A limit with a minimum and a maximum of the length, number or size, as the model writes them; null if there is none.</summary>
internal abstract class RangeLimit(string? min, string? max) : Limit
{
    public string? Min { get; } = min;

    public string? Max { get; } = max;
}

/// <summary>A limit of the length of strings, in characters, and their pattern.</summary>
internal sealed class TextLimit(string? min, string? max, string? pattern) : RangeLimit(min, max)
{
    /// <summary>The pattern; null if there is none.</summary>
    public ModelPattern? Pattern { get; } = pattern is null ? null : new ModelPattern(pattern);
}

/// <summary>A limit of the length of blobs, in bytes.</summary>
internal sealed class BytesLimit(string? min, string? max) : RangeLimit(min, max);

internal sealed class NumberLimit(string? min, string? max) : RangeLimit(min, max);

/// <summary>Strings that must be values of an enum.</summary>
internal sealed class ValueLimit(string enumName) : Limit
{
    public string EnumName { get; } = enumName;
}

/// <summary>A limit of the number of items of a list, and the limit of items; null if there is none.</summary>
internal sealed class ListLimit(string? min, string? max, Limit? item) : RangeLimit(min, max)
{
    public Limit? Item { get; } = item;
}

/// <summary>A limit of the number of entries of a map, and the limits of keys and values; null if there is none.</summary>
internal sealed class MapLimit(string? min, string? max, Limit? key, Limit? value) : RangeLimit(min, max)
{
    public Limit? Key { get; } = key;

    public Limit? Value { get; } = value;
}
