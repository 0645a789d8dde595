using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace DataZoneGen.Core;

/// <summary>Decodes escaped quotes 16 bytes at a time. JSON within JSON strings has about one of them in ten bytes.</summary>
internal static class EscapedQuotes
{
    private const int BlockSize = 16;
    private const int HalfSize = BlockSize / 2;
    private const ushort Zero = 0x8080;

    // The indexes that widen those of 8 bytes whose bit is not set, for each combination of 8 bits. An index with the highest bit gives zero.
    private static readonly ushort[] Shuffles = CreateShuffles();

    /// <summary>Whether the processor has the instructions.</summary>
    public static bool IsSupported => Ssse3.IsSupported && Popcnt.IsSupported;

    /// <summary>Whether all bits are escaped quotes: each backslash is before a quote, and each quote is after a backslash.</summary>
    /// <param name="quotes">A bit for each quote in 16 bytes, the first of which is not escaped.</param>
    /// <param name="backslashes">A bit for each backslash.</param>
    /// <param name="all">A bit for each byte that is not plain ASCII, which includes both.</param>
    public static bool AreAll(uint quotes, uint backslashes, uint all) => all == (quotes | backslashes) && quotes == (ushort)(backslashes << 1);

    /// <summary>Writes 16 bytes without their backslashes as UTF-16. A backslash at the end is left for the next bytes.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="backslashes">A bit for each backslash.</param>
    /// <param name="target">The target, with space for 16 characters.</param>
    /// <param name="read">The number of bytes that were read: 15 or 16.</param>
    /// <returns>The number of characters.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static nuint Write(Vector128<byte> bytes, uint backslashes, ref ushort target, out nuint read)
    {
        ref var shuffles = ref MemoryMarshal.GetArrayDataReference(Shuffles);
        read = BlockSize - (backslashes >> (BlockSize - 1));
        backslashes &= (1u << (BlockSize - 1)) - 1;
        var first = backslashes & byte.MaxValue;
        var indexes = Vector128.LoadUnsafe(ref shuffles, first * HalfSize);
        Ssse3.Shuffle(bytes, indexes.AsByte()).AsUInt16().StoreUnsafe(ref target);
        indexes = Vector128.LoadUnsafe(ref shuffles, (backslashes >> HalfSize) * HalfSize) + Vector128.Create((ushort)HalfSize);
        Ssse3.Shuffle(bytes, indexes.AsByte()).AsUInt16().StoreUnsafe(ref target, HalfSize - Popcnt.PopCount(first));
        return read - Popcnt.PopCount(backslashes);
    }

    private static ushort[] CreateShuffles()
    {
        var shuffles = new ushort[(byte.MaxValue + 1) * HalfSize];
        for (var bits = 0; bits <= byte.MaxValue; bits++)
        {
            var next = bits * HalfSize;
            for (var index = 0; index < HalfSize; index++)
            {
                if ((bits & (1 << index)) == 0)
                {
                    shuffles[next++] = (ushort)(0x8000 | index);
                }
            }

            while (next < (bits + 1) * HalfSize)
            {
                shuffles[next++] = Zero;
            }
        }

        return shuffles;
    }
}
