using System;
using System.ComponentModel;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>A name or a string of a body as unescaped UTF-8. It is valid until the next read.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Utf8Text
{
    private readonly ReadOnlySpan<byte> _utf8;

    internal Utf8Text(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    /// <summary>The length in bytes, for a fast comparison.</summary>
    public int Length => _utf8.Length;

    /// <summary>Compares with another text.</summary>
    /// <param name="text">The other text in UTF-8.</param>
    /// <returns><see langword="true"/> if the texts are the same; otherwise, <see langword="false"/>.</returns>
    public bool Is(ReadOnlySpan<byte> text) => _utf8.SequenceEqual(text);

    /// <summary>Converts the text to a string.</summary>
    /// <returns>The string.</returns>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);
}
