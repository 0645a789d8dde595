using System;
using System.Buffers;

namespace DataZoneGen.Core;

/// <summary>A text in the making: on the stack while it is short, then in pooled memory.</summary>
internal ref struct TextBuilder(Span<char> initial)
{
    private const int MaxBuffered = 8 * 1024;

    private Span<char> _characters = initial;
    private char[]? _rented;
    private int _length;

    public void Add(char value)
    {
        if (_length == _characters.Length)
        {
            Grow(1, 1);
        }

        _characters[_length++] = value;
    }

    /// <summary>The free part, at least as long as asked for.</summary>
    /// <param name="least">The length that it must have.</param>
    /// <param name="expected">How much may still come, which is kept in mind when memory is sought.</param>
    public Span<char> Room(int least, int expected)
    {
        if (_characters.Length - _length < least)
        {
            Grow(least, expected);
        }

        return _characters[_length..];
    }

    public void Advance(int count) => _length += count;

    public readonly void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<char>.Shared.Return(_rented);
        }
    }

    public override readonly string ToString() => new(_characters[.._length]);

    private void Grow(int least, int expected)
    {
        var more = Math.Max(Math.Max(least, _characters.Length), Math.Min(expected, MaxBuffered));
        var larger = ArrayPool<char>.Shared.Rent(checked(_length + more));
        _characters[.._length].CopyTo(larger);
        Dispose();
        _characters = _rented = larger;
    }
}
