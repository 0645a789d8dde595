using System;

namespace DataZoneGen.Core;

/// <summary>Divides an object into ranges.</summary>
/// <param name="length">The length of the object; <see langword="null"/> if it is not known.</param>
/// <param name="firstLength">The length of the first range; <see langword="null"/> if it is not known.</param>
/// <param name="rangeSize">The length of all other ranges but the last one.</param>
internal sealed class RangeLayout(long? length, long? firstLength, long rangeSize)
{
    /// <summary>The length of the object; <see langword="null"/> if it is not known.</summary>
    public long? Length => length;

    /// <summary>The number of ranges.</summary>
    public int Count { get; } = length - firstLength is > 0 and var rest ? checked((int)(1 + ((rest + rangeSize - 1) / rangeSize))) : 1;

    /// <summary>Gets the position of the first byte of a range.</summary>
    public long GetStart(int index) => index == 0 ? 0 : firstLength!.Value + ((index - 1) * rangeSize);

    /// <summary>Gets the position after a range; <see langword="null"/> for the only range of an object whose length is not known.</summary>
    public long? GetEnd(int index) => length is null ? null : Math.Min(index == 0 ? firstLength!.Value : GetStart(index) + rangeSize, length.Value);
}
