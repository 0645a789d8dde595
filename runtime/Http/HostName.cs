using System;

namespace DataZoneGen.Wire;

/// <summary>What may stand in a host name.</summary>
internal static class HostName
{
    private const int Longest = 63;

    /// <summary>Whether a text is a label, or several separated by dots: 1 to 63 letters, digits and hyphens, not beginning with a hyphen.</summary>
    public static bool IsValidLabel(ReadOnlySpan<char> text, bool allowDots)
    {
        while (allowDots && text.IndexOf('.') is >= 0 and var dot)
        {
            if (!IsLabel(text[..dot]))
            {
                return false;
            }

            text = text[(dot + 1)..];
        }

        return IsLabel(text);
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > Longest || label[0] == '-')
        {
            return false;
        }

        foreach (var c in label)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
