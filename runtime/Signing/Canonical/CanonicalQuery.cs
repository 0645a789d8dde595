using System;
using System.Collections.Generic;

namespace DataZoneGen.Core;

/// <summary>The query of a canonical request: sorted by encoded name, then by encoded value; every parameter has an equals sign.</summary>
internal static class CanonicalQuery
{
    public static void Write(ReadOnlyMemory<byte> query, Utf8Buffer buffer)
    {
        if (query.Span.IndexOf((byte)'&') < 0)
        {
            WriteParameter(query.Span, buffer);
            return;
        }

        var parameters = Split(query.Span);
        parameters.Sort(new ByNameThenValue(query));
        for (var index = 0; index < parameters.Count; index++)
        {
            if (index > 0)
            {
                buffer.Add((byte)'&');
            }

            WriteParameter(query.Span[parameters[index]], buffer);
        }
    }

    private static List<Range> Split(ReadOnlySpan<byte> query)
    {
        var parameters = new List<Range>();
        var start = 0;
        while (query[start..].IndexOf((byte)'&') is >= 0 and var length)
        {
            parameters.Add(start..(start + length));
            start += length + 1;
        }

        parameters.Add(start..query.Length);
        return parameters;
    }

    private static void WriteParameter(ReadOnlySpan<byte> parameter, Utf8Buffer buffer)
    {
        buffer.Add(parameter);
        if (!parameter.IsEmpty && parameter.IndexOf((byte)'=') < 0)
        {
            buffer.Add((byte)'=');
        }
    }

    private sealed class ByNameThenValue(ReadOnlyMemory<byte> query) : IComparer<Range>
    {
        public int Compare(Range x, Range y)
        {
            var left = query.Span[x];
            var right = query.Span[y];
            var leftName = Name(left);
            var rightName = Name(right);
            var order = leftName.SequenceCompareTo(rightName);
            return order != 0 ? order : left[leftName.Length..].SequenceCompareTo(right[rightName.Length..]);
        }

        private static ReadOnlySpan<byte> Name(ReadOnlySpan<byte> parameter)
            => parameter.IndexOf((byte)'=') is >= 0 and var end ? parameter[..end] : parameter;
    }
}
