using System;
using System.Collections.Generic;

namespace DataZoneGen.Testing.Core;

/// <summary>The template of a path, such as <c>/v2/domains/{domainIdentifier}/data-sources</c>.</summary>
internal sealed class PathTemplate
{
    private readonly Segment[] _segments;
    private readonly int _greedy;

    /// <summary>Initializes a new instance of the <see cref="PathTemplate"/> class.</summary>
    /// <param name="template">The template.</param>
    /// <param name="endpointLabel">The label that is taken off the start of the path before it is compared; <see langword="null"/> for most operations.</param>
    public PathTemplate(string template, string? endpointLabel)
    {
        EndpointLabel = endpointLabel;
        if (endpointLabel is not null)
        {
            template = template.Replace("/{" + endpointLabel + "}", "", StringComparison.Ordinal);
        }

        var segments = new List<Segment>();
        foreach (var part in template.Length <= 1 ? [] : template[1..].Split('/'))
        {
            segments.Add(!part.StartsWith('{') ? new Segment(part, SegmentKind.Literal)
                : part.EndsWith("+}", StringComparison.Ordinal) ? new Segment(part[1..^2], SegmentKind.Greedy)
                : new Segment(part[1..^1], SegmentKind.Label));
        }

        _segments = [.. segments];
        _greedy = Array.FindIndex(_segments, static segment => segment.Kind == SegmentKind.Greedy);
    }

    /// <summary>The label that clients send in the host or at the start of the path; <see langword="null"/> if there is none.</summary>
    public string? EndpointLabel { get; }

    /// <summary>Whether a percent-encoded path has this form.</summary>
    public bool Matches(ReadOnlySpan<char> path, EndpointLabel endpointLabel)
    {
        if (EndpointLabel is not null)
        {
            if (endpointLabel.Value is null)
            {
                return false;
            }

            path = path[endpointLabel.PathStart..];
        }

        var count = Count(path);
        if (_greedy < 0 ? count != _segments.Length : count < _segments.Length)
        {
            return false;
        }

        var rest = path;
        foreach (var segment in _segments)
        {
            var value = Take(ref rest, GetWidth(segment, count));
            if (segment.Kind == SegmentKind.Literal ? !IsLiteral(value, segment.Text) : value.IsEmpty)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the value of a label.</summary>
    /// <param name="path">A path that matches.</param>
    /// <param name="endpointLabel">The label of the endpoint.</param>
    /// <param name="name">The name of the label.</param>
    /// <returns>The value, percent-decoded.</returns>
    public string? FindLabel(ReadOnlySpan<char> path, EndpointLabel endpointLabel, string name)
    {
        if (name == EndpointLabel)
        {
            return endpointLabel.Value;
        }

        path = EndpointLabel is null ? path : path[endpointLabel.PathStart..];
        var count = Count(path);
        foreach (var segment in _segments)
        {
            var value = Take(ref path, GetWidth(segment, count));
            if (segment.Kind != SegmentKind.Literal && segment.Text == name)
            {
                return Uri.UnescapeDataString(value.ToString());
            }
        }

        return null;
    }

    /// <summary>Orders templates so that the first one that matches is the most specific: literals before labels, labels before greedy labels.</summary>
    public int CompareTo(PathTemplate other)
    {
        for (var index = 0; index < Math.Min(_segments.Length, other._segments.Length); index++)
        {
            var order = _segments[index].Kind.CompareTo(other._segments[index].Kind);
            if (order != 0)
            {
                return order;
            }
        }

        return other._segments.Length.CompareTo(_segments.Length);
    }

    /// <summary>The number of segments: a path of a single slash has none.</summary>
    private static int Count(ReadOnlySpan<char> path) => path.Length <= 1 ? 0 : path.Count('/');

    private int GetWidth(Segment segment, int count) => segment.Kind == SegmentKind.Greedy ? count - _segments.Length + 1 : 1;

    /// <summary>Takes a slash and a number of segments from the start of a path.</summary>
    private static ReadOnlySpan<char> Take(ref ReadOnlySpan<char> path, int segments)
    {
        var end = 1;
        while (segments > 0 && end <= path.Length)
        {
            var slash = path[end..].IndexOf('/');
            end = slash < 0 ? path.Length : end + slash;
            segments--;
            if (segments > 0)
            {
                end++;
            }
        }

        var taken = path[1..end];
        path = path[end..];
        return taken;
    }

    private static bool IsLiteral(ReadOnlySpan<char> value, string literal) =>
        value.SequenceEqual(literal) || (value.Contains('%') && Uri.UnescapeDataString(value.ToString()) == Uri.UnescapeDataString(literal));

    private readonly record struct Segment(string Text, SegmentKind Kind);

    private enum SegmentKind
    {
        Literal,
        Label,
        Greedy,
    }
}
