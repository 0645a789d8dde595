using System;
using System.Diagnostics.CodeAnalysis;

namespace DataZoneGen.Core;

/// <summary>
/// Makes ids of calls, which look like random UUIDs. They tell calls apart and guard nothing, so quick random numbers do.
/// </summary>
internal static class InvocationId
{
    private const string Form = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    private const int Middle = 18;

    [SuppressMessage("Security", "CA5394", Justification = "The id guards nothing.")]
    public static string Create()
    {
        Span<byte> random = stackalloc byte[2 * sizeof(ulong)];
        Random.Shared.NextBytes(random);
        return string.Create(Form.Length, (BitConverter.ToUInt64(random), BitConverter.ToUInt64(random[sizeof(ulong)..])), static (text, numbers) =>
        {
            Form.CopyTo(text);
            Fill(text[..Middle], numbers.Item1);
            Fill(text[Middle..], numbers.Item2);
        });
    }

    /// <summary>Replaces each x by a digit, and y by one of 8, 9, a and b.</summary>
    private static void Fill(Span<char> text, ulong number)
    {
        foreach (ref var c in text)
        {
            if (c is 'x' or 'y')
            {
                var digit = (int)(number & 15);
                c = "0123456789abcdef"[c == 'x' ? digit : 8 | (digit & 3)];
                number >>= 4;
            }
        }
    }
}
