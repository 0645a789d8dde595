using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Diagnostics;

/// <summary>
/// A span of a file, as numbers: Roslyn's <see cref="Location"/> keeps the text alive and does not compare by value.
/// </summary>
internal readonly record struct SourceLocation(string Path, TextSpan Span, LinePositionSpan Lines) : IComparable<SourceLocation>
{
    public Location ToLocation() => Path is null ? Location.None : Location.Create(Path, Span, Lines);

    public int CompareTo(SourceLocation other)
    {
        var byPath = string.CompareOrdinal(Path, other.Path);
        return byPath != 0 ? byPath : Span.Start.CompareTo(other.Span.Start);
    }

    /// <summary>Returns the file, line and column, for use in the message of another diagnostic.</summary>
    public override string ToString() =>
        FormattableString.Invariant($"{System.IO.Path.GetFileName(Path)}({Lines.Start.Line + 1},{Lines.Start.Character + 1})");
}
