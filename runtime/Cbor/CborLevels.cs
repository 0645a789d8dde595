using System.Runtime.CompilerServices;

namespace DataZoneGen.Core;

/// <summary>A map or an array that is being read.</summary>
internal struct CborLevel
{
    /// <summary>The value of <see cref="ValueStart"/> in an array, and before the first value of a map.</summary>
    public const int NoMember = -1;

    /// <summary>The value of <see cref="Remaining"/> if the length is indefinite.</summary>
    public const int UntilBreak = -1;

    /// <summary>The number of elements or entries that have not been read yet.</summary>
    public int Remaining;

    /// <summary>The position of the current value of a map.</summary>
    public int ValueStart;
}

/// <summary>The maps and arrays that contain the current one. The first ones are in place, so that reading a usual body does not allocate.</summary>
internal struct CborLevels
{
    private const int InlineCount = 6;

    private InlineLevels _inline;
    private CborLevel[]? _further;

    public readonly CborLevel Get(int index) => index < InlineCount ? _inline[index] : _further![index - InlineCount];

    public void Set(int index, CborLevel level)
    {
        if (index < InlineCount)
        {
            _inline[index] = level;
        }
        else
        {
            _further ??= new CborLevel[BodyLimits.MaxDepth - InlineCount];
            _further[index - InlineCount] = level;
        }
    }

    [InlineArray(InlineCount)]
    private struct InlineLevels
    {
        private CborLevel _first;
    }
}
