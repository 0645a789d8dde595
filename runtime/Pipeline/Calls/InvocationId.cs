using System;
using System.Diagnostics.CodeAnalysis;

namespace DataZoneGen.Core;

/// <summary>
/// Makes ids of calls, which look like random UUIDs. They tell calls apart and guard nothing, so quick random numbers do.
/// </summary>
internal static class InvocationId
{
    private const int Length = 16;

    [SuppressMessage("Security", "CA5394", Justification = "The id guards nothing.")]
    public static string Create()
    {
        Span<byte> random = stackalloc byte[Length];
        Random.Shared.NextBytes(random);

        // Version 4 and the variant of RFC 9562, as a UUID of random bits has them. The first numbers of a Guid are little-endian.
        random[7] = (byte)(0x40 | (random[7] & 0x0F));
        random[8] = (byte)(0x80 | (random[8] & 0x3F));
        return new Guid(random).ToString();
    }
}
