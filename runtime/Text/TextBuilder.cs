using System;
using System.Buffers;

namespace DataZoneGen.Core;

/// <summary>Builds a text on the stack, or in pooled memory if it is long.</summary>
internal ref struct TextBuilder(Span<char> initial)
{
    private const int MaxPreallocated = 8 * 1024;

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

    /// <summary>Returns the free part of the memory, with at least the requested length.</summary>
    /// <param name="min">The minimum length.</param>
    /// <param name="expected">The expected length of the remaining text, used when memory is allocated.</param>
    public Span<char> GetSpan(int min, int expected)
    {
        if (_characters.Length - _length < min)
        {
            Grow(min, expected);
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

    private void Grow(int min, int expected)
    {
        var more = Math.Max(Math.Max(min, _characters.Length), Math.Min(expected, MaxPreallocated));
        var larger = ArrayPool<char>.Shared.Rent(checked(_length + more));
        _characters[.._length].CopyTo(larger);
        Dispose();
        _characters = _rented = larger;
    }
}
