using System;
using System.Globalization;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Headers that hold a list, and headers that hold JSON.</content>
public sealed partial class RequestWriter
{
    private bool _hasListItem;

    /// <summary>Starts a header that holds a list. It is sent even if no item follows.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <returns>This writer.</returns>
    public RequestWriter HeaderList(string name)
    {
        _hasListItem = false;
        return Header(name, "");
    }

    /// <summary>Adds an item to the header that <see cref="HeaderList"/> started last.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="item">The item; one with a comma or a quote in it is quoted.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The item has a character other than printable ASCII.</exception>
    public RequestWriter HeaderItem(string name, string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return AddItem(name, item.AsSpan().ContainsAny(',', '"')
            ? "\"" + item.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\""
            : item);
    }

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public RequestWriter HeaderItem(string name, int item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public RequestWriter HeaderItem(string name, long item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public RequestWriter HeaderItem(string name, bool item) => AddItem(name, item ? "true" : "false");

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public RequestWriter HeaderItem(string name, float item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc cref="HeaderItem(string, string)"/>
    public RequestWriter HeaderItem(string name, double item) => AddItem(name, item.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds an item to the header that <see cref="HeaderList"/> started last.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="item">The item.</param>
    /// <param name="format">The form in which the service reads it.</param>
    /// <returns>This writer.</returns>
    public RequestWriter HeaderItem(string name, DateTimeOffset item, TimestampFormat format) => AddItem(name, WireTimestamp.ToText(item, format));

    /// <summary>Adds a JSON text, which travels as base64, to the header that <see cref="HeaderList"/> started last.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="json">The text.</param>
    /// <returns>This writer.</returns>
    public RequestWriter HeaderJsonItem(string name, string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return AddItem(name, Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Adds a header that holds a JSON text, which travels as base64.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <param name="json">The text; nothing is written for <see langword="null"/>.</param>
    /// <returns>This writer.</returns>
    public RequestWriter HeaderJson(string name, string? json) =>
        Header(name, json is null ? null : Convert.ToBase64String(Encoding.UTF8.GetBytes(json)));

    /// <summary>The value of a header that has been written, or null.</summary>
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

    /// <summary>Writes a header in place of one of the same name.</summary>
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

    private RequestWriter AddItem(string name, string item)
    {
        MessageHeaders.ThrowIfInvalid(name, item);

        // An empty item is an item, too: the value does not tell whether there is one before.
        ReplaceHeader(name, _hasListItem ? FindHeader(name) + ", " + item : item);
        _hasListItem = true;
        return this;
    }
}
