using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Diagnostics;

/// <summary>
/// A span of a model file, kept as plain numbers: Roslyn's own <see cref="Location"/> would keep the text alive and does
/// not compare by value.
/// </summary>
internal readonly record struct SourceLocation(string Path, TextSpan Span, LinePositionSpan Lines) : IComparable<SourceLocation>
{
    public Location ToLocation() => Path is null ? Location.None : Location.Create(Path, Span, Lines);

    public int CompareTo(SourceLocation other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath : Span.Start.CompareTo(other.Span.Start);
    }

    /// <summary>How the place is named inside the text of another diagnostic: file, line and column.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{System.IO.Path.GetFileName(Path)}({Lines.Start.Line + 1},{Lines.Start.Character + 1})");
}
