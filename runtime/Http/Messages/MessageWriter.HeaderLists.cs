using System;
using System.Globalization;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Headers with lists, and headers with JSON.</content>
public abstract partial class MessageWriter<TWriter>
{
    private bool _hasListItem;

    /// <summary>Starts a header with a list. The header is sent even if the list is empty.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <returns>This writer.</returns>
    public TWriter HeaderList(string name)
    {
        _hasListItem = false;
        return Header(name, "");
    }

    /// <summary>Adds an item to the last header that <see cref="HeaderList"/> started.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <param name="item">The item, which is quoted if it contains a comma or a quote.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The item has a character other than printable ASCII.</exception>
    public TWriter HeaderItem(string name, string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return AddItem(name, item.AsSpan().ContainsAny(',', '"')
            ? "\"" + item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""
            : item);
    }

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public TWriter HeaderItem(string name, int item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public TWriter HeaderItem(string name, long item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public TWriter HeaderItem(string name, bool item) => AddItem(name, item ? "true" : "false");

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public TWriter HeaderItem(string name, float item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public TWriter HeaderItem(string name, double item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds an item to the last header that <see cref="HeaderList"/> started.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <param name="item">The item.</param>
    /// <param name="format">The timestamp format.</param>
    /// <returns>This writer.</returns>
    public TWriter HeaderItem(string name, DateTimeOffset item, TimestampFormat format) => AddItem(name, WireTimestamp.ToText(item, format));

    /// <summary>Adds a JSON text, encoded as base64, to the last header that <see cref="HeaderList"/> started.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <param name="json">The JSON text.</param>
    /// <returns>This writer.</returns>
    public TWriter HeaderJsonItem(string name, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return AddItem(name, Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Adds a header with a JSON text, encoded as base64.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <param name="json">The JSON text; <see langword="null"/> writes no header.</param>
    /// <returns>This writer.</returns>
    public TWriter HeaderJson(string name, string? json) =>
        Header(name, json is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));

    /// <summary>Finds the value of a header; null if it has not been written.</summary>
    internal string? FindHeader(string name)
    {
        foreach (var header in Headers)
        {
            if (header.Name == name)
            {
                return header.Value;
            }
        }

        return null;
    }

    /// <summary>Writes a header, replacing one of the same name.</summary>
    internal void ReplaceHeader(string name, string value)
    {
        for (var index = 0; index < _headerCount; index++)
        {
            if (_headers[index].Name == name)
            {
                _headers[index] = new RequestHeader(name, value);
                return;
            }
        }

        Header(name, value);
    }

    private TWriter AddItem(string name, string item)
    {
        MessageHeaders.ThrowIfInvalid(name, item);

        // Items can be empty, so the value does not show whether there is an earlier item.
        ReplaceHeader(name, _hasListItem ? FindHeader(name) + ", " + item : item);
        _hasListItem = true;
        return This;
    }
}
