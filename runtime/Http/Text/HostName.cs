using System;
using System.Globalization;
using System.Net;

namespace DataZoneGen.Core;

/// <summary>Validates host names.</summary>
internal static class HostName
{
    private const int MaxLabelLength = 63;
    private const int AddressBytes = 4;

    /// <summary>Whether a text is a label (1 to 63 letters, digits and hyphens, with no hyphen at the start or end), or several labels with dots.</summary>
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

    /// <summary>Whether a text has four numbers of at most 255, separated by dots.</summary>
    public static bool IsIPv4Address(ReadOnlySpan<char> text)
    {
        for (var part = 1; part < AddressBytes; part++)
        {
            var dot = text.IndexOf('.');
            if (dot < 0 || !IsByte(text[..dot]))
            {
                return false;
            }

            text = text[(dot + 1)..];
        }

        return IsByte(text);
    }

    /// <summary>Whether a host is this machine: <c>localhost</c>, 127.0.0.0/8 or ::1.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    private static bool IsByte(ReadOnlySpan<char> text) =>
        text.Length is > 0 and <= 3 && byte.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > MaxLabelLength || label[0] == '-' || label[^1] == '-')
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
