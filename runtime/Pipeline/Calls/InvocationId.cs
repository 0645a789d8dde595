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
        return string.Create(Length, (BitConverter.ToUInt64(random), BitConverter.ToUInt64(random[sizeof(ulong)..])), static (text, numbers) =>
        {
            var (first, second) = numbers;
            WriteDigits(text[..8], first);
            WriteDigits(text[9..13], first >> 32);
            WriteDigits(text[14..18], first >> 48);
            WriteDigits(text[19..23], second);
            WriteDigits(text[24..], second >> 16);
            text[8] = text[13] = text[18] = text[23] = '-';

            // Set the version 4 and the variant of RFC 9562.
            text[14] = '4';
            text[19] = "89ab"[(int)(second & 3)];
        });
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
