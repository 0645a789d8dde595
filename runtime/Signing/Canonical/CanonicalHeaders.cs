using System;
using System.Buffers;

namespace DataZoneGen.Core;

/// <summary>The headers of a canonical request: sorted and joined by name, with sequential spaces in values reduced to one.</summary>
internal static class CanonicalHeaders
{
    private static readonly SearchValues<char> Whitespace = SearchValues.Create(" \t\r\n");

    /// <summary>Sorts by insertion: there are few headers, and headers with the same name must keep their order.</summary>
    public static void Sort(HeaderList headers)
    {
        for (var next = 1; next < headers.Count; next++)
        {
            var header = headers[next];
            var index = next;
            for (; index > 0 && string.CompareOrdinal(headers[index - 1].Name, header.Name) > 0; index--)
            {
                headers[index] = headers[index - 1];
            }

            headers[index] = header;
        }
    }

    /// <summary>Writes a line for each name.</summary>
    public static void Write(HeaderList sorted, Utf8Buffer buffer)
    {
        for (var index = 0; index < sorted.Count; index++)
        {
            if (IsRepeated(sorted, index))
            {
                buffer.Add((byte)',');
            }
            else
            {
                EndLine(buffer, index);
                buffer.AddAscii(sorted[index].Name);
                buffer.Add((byte)':');
            }

            WriteValue(sorted[index].Value, buffer);
        }

        buffer.Add((byte)'\n');
    }

    /// <summary>Writes the names, separated by semicolons.</summary>
    public static void WriteNames(HeaderList sorted, Utf8Buffer buffer)
    {
        for (var index = 0; index < sorted.Count; index++)
        {
            if (!IsRepeated(sorted, index))
            {
                if (index > 0)
                {
                    buffer.Add((byte)';');
                }

                buffer.AddAscii(sorted[index].Name);
            }
        }
    }

    private static void EndLine(Utf8Buffer buffer, int index)
    {
        if (index > 0)
        {
            buffer.Add((byte)'\n');
        }
    }

    private static bool IsRepeated(HeaderList headers, int index)
        => index > 0 && string.Equals(headers[index].Name, headers[index - 1].Name, StringComparison.Ordinal);

    /// <summary>Writes a value without surrounding white space, and with single spaces.</summary>
    private static void WriteValue(ReadOnlySpan<char> value, Utf8Buffer buffer)
    {
        // Few values have white space, and this check is much faster than the search.
        if (value.IndexOfAnyInRange('\0', ' ') < 0)
        {
            buffer.AddAscii(value);
            return;
        }

        var rest = value.Trim();
        while (rest.IndexOfAny(Whitespace) is >= 0 and var at)
        {
            buffer.AddAscii(rest[..at]);
            buffer.Add((byte)' ');
            rest = rest[at..].TrimStart();
        }

        buffer.AddAscii(rest);
    }
}
