using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DataZoneGen.Wire;

/// <summary>
/// Collects the entries of a map whose number is not known in advance. The dictionary is created when the number is known, so that it does not grow: a
/// dictionary that grows copies its entries and leaves its smaller tables to the garbage collector.
/// </summary>
/// <typeparam name="TValue">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct MapBuilder<TValue>
{
    private const int InlineCount = 8;

    private InlineEntries _first;
    private KeyValuePair<string, TValue>[]? _further;
    private int _count;

    /// <summary>The number of entries that were added.</summary>
    public readonly int Count => _count;

    /// <summary>Adds an entry. If a key is added twice, the last value counts.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    public void Add(string key, TValue value)
    {
        if (_count < InlineCount)
        {
            _first[_count++] = new(key, value);
            return;
        }

        var index = _count++ - InlineCount;
        if (_further is null || index == _further.Length)
        {
            Grow();
        }

        _further![index] = new(key, value);
    }

    /// <summary>Creates the dictionary. The builder cannot be used afterwards.</summary>
    /// <returns>The dictionary with all entries.</returns>
    public Dictionary<string, TValue> ToDictionary()
    {
        var entries = new Dictionary<string, TValue>(_count);
        for (var index = 0; index < _count; index++)
        {
            var entry = index < InlineCount ? _first[index] : _further![index - InlineCount];
            entries[entry.Key] = entry.Value;
        }

        if (_further is not null)
        {
            ArrayPool<KeyValuePair<string, TValue>>.Shared.Return(_further, clearArray: true);
        }

        return entries;
    }

    private void Grow()
    {
        var larger = ArrayPool<KeyValuePair<string, TValue>>.Shared.Rent(_further is null ? 2 * InlineCount : 2 * _further.Length);
        if (_further is not null)
        {
            _further.CopyTo(larger, 0);
            ArrayPool<KeyValuePair<string, TValue>>.Shared.Return(_further, clearArray: true);
        }

        _further = larger;
    }

    [InlineArray(InlineCount)]
    private struct InlineEntries
    {
        private KeyValuePair<string, TValue> _element;
    }
}
