namespace DataZoneGen.Generator.Selection;

/// <summary>The Operations of an item: names and patterns that select or exclude operations.</summary>
internal sealed record OperationList(EquatableArray<OperationPattern> Patterns)
{
    public static OperationList Parse(string operations) => new(OperationPattern.ParseList(operations).ToEquatableArray());

    /// <summary>Returns whether a pattern selects the operation and none excludes it.</summary>
    public bool Selects(string operation)
    {
        var isSelected = false;
        foreach (var pattern in Patterns.AsSpan())
        {
            if ((pattern.IsExclusion || !isSelected) && pattern.Matches(operation))
            {
                if (pattern.IsExclusion)
                {
                    return false;
                }

                isSelected = true;
            }
        }

        return isSelected;
    }
}
