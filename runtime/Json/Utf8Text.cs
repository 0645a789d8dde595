using System;
using System.ComponentModel;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>A name or a string of a JSON text as UTF-8, its escapes undone. Valid until the reader moves on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Utf8Text
{
    private readonly ReadOnlySpan<byte> _utf8;

    internal Utf8Text(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    /// <summary>The length in UTF-8, to tell most texts apart at once.</summary>
    public int Length => _utf8.Length;

    /// <summary>Whether this is the text.</summary>
    /// <param name="text">The text in UTF-8.</param>
    /// <returns>Whether it is, to the letter.</returns>
    public bool Is(ReadOnlySpan<byte> text) => _utf8.SequenceEqual(text);

    /// <summary>The text as a string.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);
}
