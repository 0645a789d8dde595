using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Numerics;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Reads the members of an input, an output or an error that are bound to headers. A header that is absent is <see langword="null"/>, and so is one whose value
/// cannot be read.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public ref struct HeaderReader
{
    private const int MaxWeekdayLength = 9;

    private readonly HttpHeaders _message;
    private readonly HttpHeaders? _content;

    internal HeaderReader(HttpResponseMessage message)
        : this(message.Headers, message.Content.Headers)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="HeaderReader"/> struct.</summary>
    /// <param name="message">The headers of a message.</param>
    /// <param name="content">The headers of its content; <see langword="null"/> if it has none.</param>
    internal HeaderReader(HttpHeaders message, HttpHeaders? content) => (_message, _content) = (message, content);

    /// <summary>The number of headers that were present and could not be read.</summary>
    internal int Unreadable { get; private set; }

    /// <summary>Gets a header as text.</summary>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The value, with several values joined by a comma and a space; <see langword="null"/> if the header is absent.</returns>
    public readonly string? String(string name) => MessageHeaders.Find(_message, _content, name);

    /// <summary>Gets a header that holds a number.</summary>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The value; <see langword="null"/> if the header is absent or cannot be read.</returns>
    public int? Int32(string name) => Number<int>(name);

    /// <inheritdoc cref="Int32(string)"/>
    public long? Int64(string name) => Number<long>(name);

    /// <inheritdoc cref="Int32(string)"/>
    public float? Single(string name) => Number<float>(name);

    /// <inheritdoc cref="Int32(string)"/>
    public double? Double(string name) => Number<double>(name);

    /// <summary>Gets a header that holds a Boolean value.</summary>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The value; <see langword="null"/> if the header is absent or cannot be read.</returns>
    public bool? Boolean(string name)
        => String(name) is not { } text ? null
            : bool.TryParse(text, out var value) ? value
            : Omit<bool?>();

    /// <summary>Gets a header that holds a timestamp, in any of the formats that services send.</summary>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The value in UTC; <see langword="null"/> if the header is absent or cannot be read.</returns>
    public DateTimeOffset? Timestamp(string name)
        => String(name) is not { } text ? null
            : WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(text), out var value) ? value
            : Omit<DateTimeOffset?>();

    /// <summary>Gets a header that holds a list.</summary>
    /// <typeparam name="T">The type of an item.</typeparam>
    /// <param name="name">The name of the header, in any case.</param>
    /// <param name="parse">Parses an item, without its quotes.</param>
    /// <returns>The items; <see langword="null"/> if the header is absent or an item cannot be read.</returns>
    public IReadOnlyList<T>? List<T>(string name, Func<string, T> parse)
    {
        if (String(name) is not { } text)
        {
            return null;
        }

        try
        {
            return HeaderText.Split(text).ConvertAll(item => parse(item));
        }
        catch (WireFormatException)
        {
            return Omit<IReadOnlyList<T>?>();
        }
    }

    /// <summary>Gets a header that holds a list of timestamps.</summary>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The items in UTC; <see langword="null"/> if the header is absent or an item cannot be read.</returns>
    public IReadOnlyList<DateTimeOffset>? Timestamps(string name)
    {
        if (List(name, HeaderText.String) is not { } parts)
        {
            return null;
        }

        var timestamps = new List<DateTimeOffset>();
        for (var index = 0; index < parts.Count; index++)
        {
            // An HTTP date contains a comma, after the day of the week.
            var part = index + 1 < parts.Count && IsWeekday(parts[index]) ? parts[index] + ", " + parts[++index] : parts[index];
            if (!WireTimestampReader.TryParse(Encoding.UTF8.GetBytes(part), out var value))
            {
                return Omit<IReadOnlyList<DateTimeOffset>?>();
            }

            timestamps.Add(value);
        }

        return timestamps;
    }

    /// <summary>Gets the headers whose names start with a prefix.</summary>
    /// <param name="prefix">The prefix; empty for all headers.</param>
    /// <returns>The values, by the rest of the name.</returns>
    public readonly IReadOnlyDictionary<string, string> WithPrefix(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        Collect(_message.NonValidated, prefix, found);
        if (_content is not null)
        {
            Collect(_content.NonValidated, prefix, found);
        }

        return found;
    }

    /// <summary>Gets a header that holds base64-encoded JSON.</summary>
    /// <param name="name">The name of the header, in any case.</param>
    /// <returns>The JSON text; <see langword="null"/> if the header is absent or is not base64.</returns>
    public string? Json(string name)
    {
        if (String(name) is not { } text)
        {
            return null;
        }

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : Omit<string?>();
    }

    private T? Number<T>(string name)
        where T : struct, INumberBase<T>
        => String(name) is not { } text ? null
            : HeaderText.TryParseNumber<T>(text, out var value) ? value
            : Omit<T?>();

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
