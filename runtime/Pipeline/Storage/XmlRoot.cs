using System;
using System.Buffers;

namespace DataZoneGen.Core;

/// <summary>Looks at the first and the last tag of an XML document, without reading it.</summary>
internal static class XmlRoot
{
    private static readonly SearchValues<byte> EndOfName = SearchValues.Create(" \t\r\n/>"u8);

    private static ReadOnlySpan<byte> Whitespace => " \t\r\n"u8;

    /// <summary>
    /// Whether a document has a root element of a name, or ends before its root element does. Text that is not XML is neither: some operations return other
    /// text, and the reader of the others reports it.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="name">The name without prefix.</param>
    public static bool IsIncompleteOrNamed(ReadOnlySpan<byte> document, ReadOnlySpan<byte> name)
    {
        var rest = ByteOrderMark.Trim(document).Trim(Whitespace);
        if (rest.IsEmpty || rest[0] != (byte)'<')
        {
            return false;
        }

        while (rest.StartsWith("<?"u8) || rest.StartsWith("<!--"u8))
        {
            var end = rest[1] == (byte)'?' ? "?>"u8 : "-->"u8;
            var length = rest.IndexOf(end);
            if (length < 0)
            {
                return true;
            }

            rest = rest[(length + end.Length)..].TrimStart(Whitespace);
        }

        var nameLength = rest.IsEmpty ? 0 : rest[1..].IndexOfAny(EndOfName);
        if (nameLength <= 0)
        {
            // Without a root element the document is incomplete. Anything else that starts with "<" is left to the reader.
            return rest.Length <= 1 || nameLength < 0;
        }

        var root = rest.Slice(1, nameLength);
        return root[(root.IndexOf((byte)':') + 1)..].SequenceEqual(name) || !IsComplete(rest, root);
    }

    private static bool IsComplete(ReadOnlySpan<byte> document, ReadOnlySpan<byte> root)
    {
        if (document[^1] != (byte)'>')
        {
            return false;
        }

        if (document.EndsWith("-->"u8) || document.EndsWith("?>"u8) || document.EndsWith("/>"u8))
        {
            // A comment after the root element, or an element without content, which must be the root.
            return !document.EndsWith("/>"u8) || document.IndexOf((byte)'>') == document.Length - 1;
        }

        var end = document[..^1].TrimEnd(Whitespace);
        return end.EndsWith(root) && end[..^root.Length].EndsWith("</"u8);
    }
}
