using System;
using System.ComponentModel;
using System.Text;

namespace DataZoneGen.Wire;

/// <summary>The name of a member of a JSON object, its escapes undone. Valid until the reader moves on.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct MemberName
{
    private readonly ReadOnlySpan<byte> _utf8;

    internal MemberName(ReadOnlySpan<byte> utf8) => _utf8 = utf8;

    /// <summary>The name's length in UTF-8, to tell most names apart at once.</summary>
    public int Length => _utf8.Length;

    /// <summary>Whether this is the name.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <returns>Whether it is, to the letter.</returns>
    public bool Is(ReadOnlySpan<byte> name) => _utf8.SequenceEqual(name);

    /// <summary>The name as a text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Encoding.UTF8.GetString(_utf8);
}
