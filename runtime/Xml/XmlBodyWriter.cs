using System;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Writes an XML body as UTF-8. The writer ends elements; the caller must end objects, arrays and maps.</summary>
/// <remarks>
/// Names in bytes are written as they are. A namespace with an empty prefix becomes the default namespace of the element. A member whose value is
/// <see langword="null"/> is not written.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class XmlBodyWriter
{
    private const int InitialDepth = 8;

    private readonly Utf8Buffer _buffer;

    // The start tags of the arrays and maps that are being written.
    private readonly Utf8Buffer _tags = new();
    private XmlWriterLevel[] _levels = new XmlWriterLevel[InitialDepth];
    private int _depth;

    // The element that the next value belongs to, which has been started; empty if there is none.
    private XmlName _pending;

    // The start tag of the items of the next array or map, if it is flattened.
    private XmlStartTag _flattened;

    // Whether the last start tag can still have attributes.
    private bool _isTagOpen;

    internal XmlBodyWriter(Utf8Buffer buffer) => _buffer = buffer;

    private ref XmlWriterLevel Level => ref _levels[_depth - 1];

    /// <summary>Starts the element of a member, or of the root.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public void Name(ReadOnlySpan<byte> name) => _pending = StartElement(name);

    /// <summary>Starts the element of a member, or of the root, which declares a namespace.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="prefix">The prefix that is declared; empty for the default namespace.</param>
    /// <param name="namespaceUri">The namespace.</param>
    public void Name(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> namespaceUri)
    {
        Name(name);
        AddNamespace(_buffer, prefix, namespaceUri);
    }

    /// <summary>Sets the name of the items of the array, or of the entries of the map, that follows. They have no element around them.</summary>
    /// <param name="name">The name in UTF-8.</param>
    public void FlattenedName(ReadOnlySpan<byte> name) => _flattened = AddTag(name, default, default);

    /// <summary>Sets the name of the items of the array, or of the entries of the map, that follows. They have no element around them.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="prefix">The prefix that each of them declares; empty for the default namespace.</param>
    /// <param name="namespaceUri">The namespace.</param>
    public void FlattenedName(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> namespaceUri) =>
        _flattened = AddTag(name, prefix, namespaceUri);

    /// <summary>Starts an object: an item of an array, the value of a map, or the value of a member after its name.</summary>
    public void BeginObject()
    {
        StartValue();
        Push(new XmlWriterLevel { Element = _pending, OuterTags = _tags.Length });
    }

    /// <summary>Ends the current object.</summary>
    public void EndObject() => Pop();

    /// <summary>Writes an attribute of the current object, before its members.</summary>
    /// <param name="name">The name in UTF-8.</param>
    /// <param name="value">The value; <see langword="null"/> writes no attribute.</param>
    public void Attribute(ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            _buffer.Add((byte)' ');
            _buffer.Add(name);
            _buffer.Add("=\""u8);
            AddEscaped(value, isAttribute: true);
            _buffer.Add((byte)'"');
        }
    }

    /// <summary>Starts an array.</summary>
    /// <param name="element">The name of the items in UTF-8, unless the array is flattened.</param>
    public void BeginArray(ReadOnlySpan<byte> element) => BeginArray(element, default, default);

    /// <summary>Starts an array whose items declare a namespace.</summary>
    /// <param name="element">The name of the items in UTF-8, unless the array is flattened.</param>
    /// <param name="prefix">The prefix that each item declares; empty for the default namespace.</param>
    /// <param name="namespaceUri">The namespace; empty for none.</param>
    public void BeginArray(ReadOnlySpan<byte> element, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> namespaceUri) =>
        BeginCollection(element, prefix, namespaceUri);

    /// <summary>Ends the current array.</summary>
    public void EndArray() => Pop();

    /// <summary>Starts a map.</summary>
    /// <param name="entry">The name of the entries in UTF-8, unless the map is flattened.</param>
    /// <param name="key">The name of the keys.</param>
    /// <param name="value">The name of the values.</param>
    public void BeginMap(ReadOnlySpan<byte> entry, ReadOnlySpan<byte> key, ReadOnlySpan<byte> value) =>
        BeginMap(entry, key, default, default, value, default, default);

    /// <summary>Starts a map whose keys and values declare namespaces.</summary>
    /// <param name="entry">The name of the entries in UTF-8, unless the map is flattened.</param>
    /// <param name="key">The name of the keys.</param>
    /// <param name="keyPrefix">The prefix that each key declares; empty for the default namespace.</param>
    /// <param name="keyNamespaceUri">The namespace of the keys; empty for none.</param>
    /// <param name="value">The name of the values.</param>
    /// <param name="valuePrefix">The prefix that each value declares; empty for the default namespace.</param>
    /// <param name="valueNamespaceUri">The namespace of the values; empty for none.</param>
    public void BeginMap(
        ReadOnlySpan<byte> entry,
        ReadOnlySpan<byte> key,
        ReadOnlySpan<byte> keyPrefix,
        ReadOnlySpan<byte> keyNamespaceUri,
        ReadOnlySpan<byte> value,
        ReadOnlySpan<byte> valuePrefix,
        ReadOnlySpan<byte> valueNamespaceUri)
    {
        BeginCollection(entry, default, default);
        Level.IsMap = true;
        Level.Key = AddTag(key, keyPrefix, keyNamespaceUri);
        Level.Value = AddTag(value, valuePrefix, valueNamespaceUri);
    }

    /// <summary>Writes the key of an entry. Its value follows.</summary>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException">The key has a character that XML cannot represent.</exception>
    public void Key(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        EndEntry();
        Level.Entry = StartElement(Level.Item);
        _pending = StartElement(Level.Key);
        WriteText(key);
    }

    /// <summary>Ends the current map.</summary>
    public void EndMap()
    {
        EndEntry();
        Pop();
    }

    internal void Reset()
    {
        _buffer.Clear();
        _tags.Clear();
        _depth = 0;
        _pending = default;
        _flattened = default;
        _isTagOpen = false;
    }

    private void BeginCollection(ReadOnlySpan<byte> item, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> namespaceUri)
    {
        if (_flattened.Length == 0)
        {
            StartValue();
            Push(new XmlWriterLevel { Element = _pending, OuterTags = _tags.Length });
            Level.Item = AddTag(item, prefix, namespaceUri);
            return;
        }

        var tag = _flattened;
        if (tag.Length == tag.NameLength)
        {
            AddNamespace(_tags, prefix, namespaceUri);
            tag = tag with { Length = _tags.Length - tag.Start };
        }

        Push(new XmlWriterLevel { Item = tag, OuterTags = tag.Start });
    }

    private void EndEntry()
    {
        if (Level.Entry.Length > 0)
        {
            EndElement(Level.Entry);
            Level.Entry = default;
        }
    }

    private void Push(XmlWriterLevel level)
    {
        if (_depth == _levels.Length)
        {
            Array.Resize(ref _levels, 2 * _depth);
        }

        _levels[_depth++] = level;
        _pending = default;
        _flattened = default;
    }

    private void Pop()
    {
        var level = Level;
        _depth--;
        _tags.Truncate(level.OuterTags);
        if (level.Element.Length > 0)
        {
            EndElement(level.Element);
        }
    }

    /// <summary>Starts the element of a value, unless its name has done so.</summary>
    private void StartValue()
    {
        if (_pending.Length == 0)
        {
            _pending = StartElement(Level.IsMap ? Level.Value : Level.Item);
        }
    }

    private XmlName StartElement(XmlStartTag tag)
    {
        var element = StartElement(_tags.Written.Slice(tag.Start, tag.Length));
        return element with { Length = tag.NameLength };
    }

    private XmlName StartElement(ReadOnlySpan<byte> tag)
    {
        EndTag();
        _buffer.Add((byte)'<');
        var element = new XmlName(_buffer.Length, tag.Length);
        _buffer.Add(tag);
        _isTagOpen = true;
        return element;
    }

    private void EndElement(XmlName element)
    {
        if (_isTagOpen)
        {
            _buffer.Add("/>"u8);
            _isTagOpen = false;
            return;
        }

        _buffer.Add("</"u8);
        _buffer.Add(_buffer.Written.Slice(element.Start, element.Length));
        _buffer.Add((byte)'>');
    }

    private void EndTag()
    {
        if (_isTagOpen)
        {
            _buffer.Add((byte)'>');
            _isTagOpen = false;
        }
    }

    private XmlStartTag AddTag(ReadOnlySpan<byte> name, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> namespaceUri)
    {
        var start = _tags.Length;
        _tags.Add(name);
        AddNamespace(_tags, prefix, namespaceUri);
        return new XmlStartTag(start, _tags.Length - start, name.Length);
    }

    private static void AddNamespace(Utf8Buffer target, ReadOnlySpan<byte> prefix, ReadOnlySpan<byte> namespaceUri)
    {
        if (namespaceUri.IsEmpty)
        {
            return;
        }

        target.Add(prefix.IsEmpty ? " xmlns"u8 : " xmlns:"u8);
        target.Add(prefix);
        target.Add("=\""u8);
        while (namespaceUri.IndexOf((byte)'&') is >= 0 and var at)
        {
            target.Add(namespaceUri[..at]);
            target.Add("&amp;"u8);
            namespaceUri = namespaceUri[(at + 1)..];
        }

        target.Add(namespaceUri);
        target.Add((byte)'"');
    }
}
