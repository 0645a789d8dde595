using System;
using System.Diagnostics.CodeAnalysis;

namespace DataZoneGen.Core;

/// <summary>
/// Creates invocation ids in the format of random UUIDs. They only distinguish calls, so fast random numbers are sufficient.
/// </summary>
internal static class InvocationId
{
    private const int Length = 36;

    [SuppressMessage("Security", "CA5394", Justification = "The id is not used for security.")]
    public static string Create()
    {
        Span<byte> random = stackalloc byte[2 * sizeof(ulong)];
        Random.Shared.NextBytes(random);
        var first = BitConverter.ToUInt64(random);
        var second = BitConverter.ToUInt64(random[sizeof(ulong)..]);
        Span<char> text = stackalloc char[Length];
        WriteDigits(text[..8], first);
        WriteDigits(text[9..13], first >> 32);
        WriteDigits(text[14..18], first >> 48);
        WriteDigits(text[19..23], second);
        WriteDigits(text[24..], second >> 16);
        text[8] = text[13] = text[18] = text[23] = '-';

        // Set the version 4 and the variant of RFC 9562.
        text[14] = '4';
        text[19] = "89ab"[(int)(second & 3)];
        return new string(text);
    }

    private static void WriteDigits(Span<char> text, ulong number)
    {
        foreach (ref var c in text)
        {
            c = "0123456789abcdef"[(int)(number & 15)];
            number >>= 4;
        }
    }
}
