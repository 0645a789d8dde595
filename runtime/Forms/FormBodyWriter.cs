using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Writes the form of a query protocol: one parameter for each simple value, whose name is the path to it, such as <c>Tags.member.1.Key</c>. The caller must
/// end objects, arrays and maps.
/// </summary>
/// <remarks>Names in bytes must already be percent-encoded, as they are in generated code. A member whose value is <see langword="null"/> is not written.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class FormBodyWriter
{
    private const int InitialDepth = 8;

    private readonly Utf8Buffer _buffer;

    // The name of the current value, and the names of keys and values of the maps that are being written.
    private readonly Utf8Buffer _path = new();
    private readonly Utf8Buffer _mapNames = new();
    private FormLevel[] _levels = new FormLevel[InitialDepth];
    private int _depth;
    private bool _isNamed;
    private bool _isFlattened;

    internal FormBodyWriter(Utf8Buffer buffer) => _buffer = buffer;

    private ref FormLevel Level => ref _levels[_depth - 1];

    /// <summary>Writes the operation and the version of the API, before all other parameters.</summary>
    /// <param name="name">The percent-encoded name of the operation in UTF-8.</param>
    /// <param name="version">The percent-encoded version of the API.</param>
    public void Action(ReadOnlySpan<byte> name, ReadOnlySpan<byte> version)
    {
        _buffer.Add("Action="u8);
        _buffer.Add(name);
        _buffer.Add("&Version="u8);
        _buffer.Add(version);
    }

    /// <summary>Sets the name of the member whose value follows.</summary>
    /// <param name="name">The percent-encoded name in UTF-8.</param>
    public void Name(ReadOnlySpan<byte> name)
    {
        _path.Truncate(_depth == 0 ? 0 : Level.PathLength);
        if (_path.Length > 0)
        {
            _path.Add((byte)'.');
        }

        _path.Add(name);
        _isNamed = true;
        _isFlattened = false;
    }

    /// <summary>Sets the name of the member whose value follows: an array or a map whose items are numbered without a name of their own.</summary>
    /// <param name="name">The percent-encoded name in UTF-8.</param>
    public void FlattenedName(ReadOnlySpan<byte> name)
    {
        Name(name);
        _isFlattened = true;
    }

    /// <summary>Starts an object: the root, an item of an array, the value of a map, or the value of a member after its name.</summary>
    public void BeginObject()
    {
        BeginValue();
        Push(default);
    }

    /// <summary>Ends the current object.</summary>
    public void EndObject() => Pop();

    /// <summary>Starts a flattened array of the EC2 query protocol. If it is empty, nothing is written.</summary>
    public void BeginArray()
    {
        BeginValue();
        Push(default);
    }

    /// <summary>Starts an array of the AWS query protocol. If it is empty, its name is written without a value.</summary>
    /// <param name="element">The percent-encoded name of the items in UTF-8, unless the array is flattened.</param>
    public void BeginArray(ReadOnlySpan<byte> element) => BeginCollection(element, writesEmpty: true);

    /// <summary>Ends the current array.</summary>
    public void EndArray()
    {
        if (Level is { WritesEmpty: true, Count: 0 })
        {
            _path.Truncate(Level.NameLength);
            BeginParameter();
        }

        Pop();
    }

    /// <summary>Starts a map. If it is empty, nothing is written.</summary>
    /// <param name="entry">The percent-encoded name of the entries in UTF-8, unless the map is flattened.</param>
    /// <param name="key">The percent-encoded name of the keys.</param>
    /// <param name="value">The percent-encoded name of the values.</param>
    public void BeginMap(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value)
    {
        BeginCollection(entry, writesEmpty: false);
        _mapNames.Add(key);
        Level.KeyEnd = _mapNames.Length;
        _mapNames.Add(value);
        Level.ValueEnd = _mapNames.Length;
    }

    /// <summary>Writes the key of an entry. Its value follows.</summary>
    /// <param name="key">The key.</param>
    public void Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var level = Level;
        BeginItem();
        var entry = _path.Length;
        AddPath(_mapNames.Written[level.OuterNames..level.KeyEnd]);
        BeginParameter();
        PercentEncoding.Write(_buffer, key);
        _path.Truncate(entry);
        AddPath(_mapNames.Written[level.KeyEnd..level.ValueEnd]);
        _isNamed = true;
    }

    /// <summary>Ends the current map.</summary>
    public void EndMap() => Pop();

    internal void Reset()
    {
        _buffer.Clear();
        _path.Clear();
        _mapNames.Clear();
        _depth = 0;
        _isNamed = false;
        _isFlattened = false;
    }

    private void BeginCollection(ReadOnlySpan<byte> item, bool writesEmpty)
    {
        BeginValue();
        var nameLength = _path.Length;
        if (!_isFlattened)
        {
            AddPath(item);
        }

        Push(new FormLevel { WritesEmpty = writesEmpty, NameLength = nameLength });
    }

    /// <summary>Sets the path of a value, unless its name has done so: items have the number after the last one.</summary>
    private void BeginValue()
    {
        if (!_isNamed && _depth > 0)
        {
            BeginItem();
        }

        _isNamed = false;
    }

    private void BeginItem()
    {
        ref var level = ref Level;
        _path.Truncate(level.PathLength);
        _path.Add((byte)'.');
        _path.AddNumber(++level.Count);
        _isFlattened = false;
    }

    private void AddPath(scoped ReadOnlySpan<byte> name)
    {
        _path.Add((byte)'.');
        _path.Add(name);
    }

    private void Push(FormLevel level)
    {
        if (_depth == _levels.Length)
        {
            Array.Resize(ref _levels, 2 * _depth);
        }

        level.PathLength = _path.Length;
        level.OuterNames = _mapNames.Length;
        _levels[_depth++] = level;
        _isFlattened = false;
    }

    private void Pop()
    {
        _mapNames.Truncate(Level.OuterNames);
        _depth--;
    }

    /// <summary>Writes the name of a parameter. Its value follows.</summary>
    private void BeginParameter()
    {
        if (_buffer.Length > 0)
        {
            _buffer.Add((byte)'&');
        }

        _buffer.Add(_path.Written);
        _buffer.Add((byte)'=');
    }
}
