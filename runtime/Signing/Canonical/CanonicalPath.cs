using System;
using System.Collections.Generic;

namespace DataZoneGen.Core;

/// <summary>
/// The path of a canonical request: without dot segments and double slashes, and percent-encoded once more than in the request, unless the rules
/// of the service differ.
/// </summary>
internal static class CanonicalPath
{
    public static void Write(ReadOnlySpan<byte> basePath, ReadOnlySpan<byte> path, PathRules rules, Utf8Buffer buffer)
    {
        if ((rules & PathRules.KeepSegments) != 0 || (IsNormal(basePath) && IsNormal(path)))
        {
            WriteEncoded(basePath, rules, buffer);
            WriteEncoded(basePath.IsEmpty && path.IsEmpty ? "/"u8 : path, rules, buffer);
        }
        else
        {
            WriteNormalized([.. basePath, .. path], rules, buffer);
        }
    }

    private static void WriteEncoded(ReadOnlySpan<byte> path, PathRules rules, Utf8Buffer buffer)
    {
        if ((rules & PathRules.KeepEncoding) != 0)
        {
            buffer.Add(path);
        }
        else
        {
            PercentEncoding.WritePath(buffer, path);
        }
    }

    /// <summary>Whether the path certainly needs no normalization: no segment is empty or starts with a dot.</summary>
    private static bool IsNormal(ReadOnlySpan<byte> path) => path.IndexOf("//"u8) < 0 && path.IndexOf("/."u8) < 0;

    private static void WriteNormalized(ReadOnlySpan<byte> path, PathRules rules, Utf8Buffer buffer)
    {
        var segments = new List<Range>();
        foreach (var segment in Split(path))
        {
            var text = path[segment];
            if (text.SequenceEqual(".."u8))
            {
                segments.RemoveRange(Math.Max(segments.Count - 1, 0), Math.Min(segments.Count, 1));
            }
            else if (!text.IsEmpty && !text.SequenceEqual("."u8))
            {
                segments.Add(segment);
            }
        }

        foreach (var segment in segments)
        {
            buffer.Add((byte)'/');
            WriteEncoded(path[segment], rules, buffer);
        }

        if (segments.Count == 0 || path.EndsWith("/"u8))
        {
            buffer.Add((byte)'/');
        }
    }

    private static List<Range> Split(ReadOnlySpan<byte> path)
    {
        var segments = new List<Range>();
        var start = 0;
        while (path[start..].IndexOf((byte)'/') is >= 0 and var length)
        {
            segments.Add(start..(start + length));
            start += length + 1;
        }

        segments.Add(start..path.Length);
        return segments;
    }
}
