using System;
using System.ComponentModel;
using DataZoneGen.Testing.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Wire;

/// <summary>Reads the form of a query protocol. Its methods are those of the readers of other formats.</summary>
/// <remarks>
/// A name has segments with dots between them. Each segment is a member, an item of a list (a number) or the name of the items of a list that is not
/// flattened, which <see cref="NextElement"/> skips. An entry of a map is an item with two members, the key and the value.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref partial struct FormBodyReader
{
    private const int InitialDepth = 8;

    private readonly FormParameters _form;
    private FormRange[] _levels;
    private int _depth;

    // The parameters of the value that is read next.
    private FormRange _value;

    // True before a value: the root, the value of a member, an item. False after a value.
    private bool _atValue;
    private byte[]? _text;

    internal FormBodyReader(FormParameters form)
    {
        _form = form;
        _levels = [];
        _value = new FormRange(0, form.Count, 0);
        _atValue = true;
    }

    /// <summary>Moves to the next member of the current object, or to the first member of the object that starts here.</summary>
    /// <param name="name">The name of the member.</param>
    /// <returns><see langword="true"/> if there is another member; <see langword="false"/> at the end of the object.</returns>
    public bool NextMember(out Utf8Text name)
    {
        if (_atValue)
        {
            Push(_value);
        }

        if (!Next(out var segment))
        {
            name = default;
            return false;
        }

        name = new Utf8Text(segment);
        return true;
    }

    /// <summary>Moves to the next item of the current list or map, or to the first item of the one that starts here.</summary>
    /// <returns><see langword="true"/> if there is another item; <see langword="false"/> at the end.</returns>
    public bool NextElement()
    {
        if (_atValue)
        {
            Push(GetItems());
        }

        return Next(out _);
    }

    /// <summary>Skips a value of any type.</summary>
    public void Skip() => _atValue = false;

    /// <summary>Returns the parameters of the items: those of the value itself or, if the items have a name, those below it.</summary>
    private readonly FormRange GetItems()
    {
        var items = SkipOwnValue(_value);
        if (items.Start == items.End)
        {
            return items;
        }

        var segment = Segment(items, items.Start);
        return FormText.IsNumber(segment) ? items : SkipOwnValue(Group(items, segment));
    }

    private bool Next(out ReadOnlySpan<byte> segment)
    {
        ref var level = ref _levels[_depth - 1];
        if (level.Start == level.End)
        {
            _depth--;
            _atValue = false;
            segment = default;
            return false;
        }

        segment = Segment(level, level.Start);
        _value = Group(level, segment);
        level = level with { Start = _value.End };
        _atValue = true;
        return true;
    }

    private void Push(FormRange range)
    {
        if (_depth == _levels.Length)
        {
            Array.Resize(ref _levels, Math.Max(InitialDepth, 2 * _depth));
        }

        _levels[_depth++] = SkipOwnValue(range);
        _atValue = false;
    }

    /// <summary>Skips parameters whose name is that of the object, as in the empty list <c>Name=</c>.</summary>
    private readonly FormRange SkipOwnValue(FormRange range)
    {
        var start = range.Start;
        while (start < range.End && range.NameLength > 0 && _form.Name(start).Length == range.NameLength)
        {
            start++;
        }

        return range with { Start = start };
    }

    /// <summary>Returns the segment of a name after the name of the object.</summary>
    private readonly ReadOnlySpan<byte> Segment(FormRange range, int index)
    {
        var name = _form.Name(index)[range.ChildStart..];
        return FormText.TakeSegment(ref name);
    }

    /// <summary>Returns the parameters at the start of a range with the same next segment.</summary>
    private readonly FormRange Group(FormRange range, ReadOnlySpan<byte> segment)
    {
        var end = range.Start + 1;
        while (end < range.End && Segment(range, end).SequenceEqual(segment))
        {
            end++;
        }

        return new FormRange(range.Start, end, range.ChildStart + segment.Length);
    }
}
