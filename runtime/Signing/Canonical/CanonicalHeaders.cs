using System;
using System.Buffers;

namespace DataZoneGen.Core;

/// <summary>The headers of a canonical request: sorted by name, those of one name joined, with single blanks in their values.</summary>
internal static class CanonicalHeaders
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    /// <summary>By insertion: headers are few, and those of one name must keep their order.</summary>
    public static void Sort(Span<RequestHeader> headers)
    {
        for (var next = 1; next < headers.Length; next++)
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

    /// <summary>Adds a line for each name.</summary>
    public static void Write(ReadOnlySpan<RequestHeader> sorted, Utf8Buffer buffer)
    {
        for (var index = 0; index < sorted.Length; index++)
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

    /// <summary>Adds the names, with semicolons between them.</summary>
    public static void WriteNames(ReadOnlySpan<RequestHeader> sorted, Utf8Buffer buffer)
    {
        for (var index = 0; index < sorted.Length; index++)
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

    private static bool IsRepeated(ReadOnlySpan<RequestHeader> headers, int index)
        => index > 0 && string.Equals(headers[index].Name, headers[index - 1].Name, StringComparison.Ordinal);

    /// <summary>Without blanks around it, and with one where there are several.</summary>
    private static void WriteValue(ReadOnlySpan<char> value, Utf8Buffer buffer)
    {
        // Hardly a value has any, and to see that is a fraction of looking for each of them.
        if (!value.ContainsAnyInRange('\0', ' '))
        {
            buffer.AddAscii(value);
            return;
        }

        var rest = value.Trim();
        while (rest.IndexOfAny(Blanks) is >= 0 and var blank)
        {
            buffer.AddAscii(rest[..blank]);
            buffer.Add((byte)' ');
            rest = rest[blank..].TrimStart();
        }

        buffer.AddAscii(rest);
    }
}
