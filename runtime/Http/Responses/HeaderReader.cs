using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Numerics;
using System.Text;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>
/// Reads the members of an output that travel in headers. A header that is absent is <see langword="null"/>, and so is one whose value cannot be read.
/// </summary>
internal struct HeaderReader(HttpResponseMessage message)
{
    private const int MaxWeekdayLength = 9;

    private readonly HttpResponseMessage _message = message;

    /// <summary>How many headers were there and could not be read.</summary>
    public int Unreadable { get; private set; }

    public readonly string? Text(string name) => ResponseHeaders.Find(_message, name);

    public T? Number<T>(string name)
        where T : struct, INumberBase<T>
        => Text(name) is not { } text ? null
            : HeaderText.TryNumber<T>(text, out var value) ? value
            : Omit<T?>();

    public bool? Boolean(string name)
        => Text(name) is not { } text ? null
            : bool.TryParse(text, out var value) ? value
            : Omit<bool?>();

    public DateTimeOffset? Timestamp(string name)
        => Text(name) is not { } text ? null
            : WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(text), out var value) ? value
            : Omit<DateTimeOffset?>();

    public List<T>? List<T>(string name, Func<string, T> parse)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        try
        {
            return HeaderText.Split(text).ConvertAll(item => parse(item));
        }
        catch (WireFormatException)
        {
            return Omit<List<T>?>();
        }
    }

    /// <summary>HTTP dates have a comma of their own, after the day of the week.</summary>
    public List<DateTimeOffset>? Timestamps(string name)
    {
        if (List(name, HeaderText.String) is not { } parts)
        {
            return null;
        }

        var timestamps = new List<DateTimeOffset>();
        for (var index = 0; index < parts.Count; index++)
        {
            var part = index + 1 < parts.Count && IsWeekday(parts[index]) ? parts[index] + ", " + parts[++index] : parts[index];
            if (!WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(part), out var value))
            {
                return Omit<List<DateTimeOffset>?>();
            }

            timestamps.Add(value);
        }

        return timestamps;
    }

    /// <summary>The headers whose names begin alike, by the rest of their names.</summary>
    public readonly Dictionary<string, string> WithPrefix(string prefix)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(_message.Headers.NonValidated, prefix, found);
        Collect(_message.Content.Headers.NonValidated, prefix, found);
        return found;
    }

    /// <summary>A JSON text in base64.</summary>
    public string? Json(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : Omit<string?>();
    }

    private static bool IsWeekday(string text) => text.Length is > 0 and <= MaxWeekdayLength && char.IsAsciiLetter(text[0]);

    private static void Collect(HttpHeadersNonValidated headers, string prefix, Dictionary<string, string> found)
    {
        foreach (var header in headers)
        {
            if (header.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                found[header.Key[prefix.Length..]] = header.Value.ToString();
            }
        }
    }

    private T? Omit<T>()
    {
        Unreadable++;
        return default;
    }
}
