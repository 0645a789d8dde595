using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>Parses the items of headers with lists.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeaderText
{
    /// <summary>Parses an item.</summary>
    /// <param name="item">The item without quotes.</param>
    /// <returns>The value.</returns>
    public static string String(string item) => item;

    /// <inheritdoc cref="String"/>
    public static int Int32(string item) => Parse<int>(item);

    /// <inheritdoc cref="String"/>
    public static long Int64(string item) => Parse<long>(item);

    /// <inheritdoc cref="String"/>
    public static float Single(string item) => Parse<float>(item);

    /// <inheritdoc cref="String"/>
    public static double Double(string item) => Parse<double>(item);

    /// <inheritdoc cref="String"/>
    public static bool Boolean(string item) => bool.TryParse(item, out var value) ? value : throw CreateFormatException();

    /// <summary>Decodes an item that is a JSON text in base64.</summary>
    /// <param name="item">The item without quotes.</param>
    /// <returns>The JSON text.</returns>
    public static string Json(string item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var bytes = new byte[item.Length];
        return Convert.TryFromBase64String(item, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : throw CreateFormatException();
    }

    /// <summary>Splits a list at its commas. Items may be in double quotes, in which <c>\</c> escapes a quote and itself.</summary>
    internal static List<string> Split(string value)
    {
        var items = new List<string>();
        if (string.IsNullOrWhiteSpace(value))
        {
            return items;
        }

        var position = 0;
        do
        {
            while (position < value.Length && value[position] == ' ')
            {
                position++;
            }

            items.Add(position < value.Length && value[position] == '"' ? ReadQuoted(value, ref position) : ReadUnquoted(value, ref position));
        }
        while (position++ < value.Length);

        return items;
    }

    /// <summary>Parses a number without group separators: <c>1,5</c> is not a number.</summary>
    internal static bool TryParseNumber<T>(string text, out T value)
        where T : struct, INumberBase<T> => T.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    internal static WireFormatException CreateFormatException() => new("A response header with a list does not match the service's model.");

    private static string ReadUnquoted(string value, ref int position)
    {
        var end = value.IndexOf(',', position);
        var item = end < 0 ? value[position..] : value[position..end];
        position = end < 0 ? value.Length : end;
        return item.Trim();
    }

    private static string ReadQuoted(string value, ref int position)
    {
        var item = new StringBuilder();
        for (position++; position < value.Length && value[position] != '"'; position++)
        {
            if (value[position] == '\\' && position + 1 < value.Length)
            {
                position++;
            }

            item.Append(value[position]);
        }

        if (position++ >= value.Length)
        {
            throw CreateFormatException();
        }

        while (position < value.Length && value[position] == ' ')
        {
            position++;
        }

        return position >= value.Length || value[position] == ',' ? item.ToString() : throw CreateFormatException();
    }

    private static T Parse<T>(string item)
        where T : struct, INumberBase<T> => TryParseNumber<T>(item, out var value) ? value : throw CreateFormatException();
}
