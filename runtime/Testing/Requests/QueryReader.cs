using System;
using System.Collections.Generic;
using System.ComponentModel;
using DataZoneGen.Core;
using DataZoneGen.Testing.Core;
using DataZoneGen.Wire;

namespace DataZoneGen.Testing.Wire;

/// <summary>Reads the members of an input that are bound to the query. A parameter that is absent is <see langword="null"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct QueryReader
{
    private readonly ReadOnlySpan<char> _query;
    private readonly ReadOnlySpan<string> _literals;

    internal QueryReader(ReadOnlySpan<char> query, ReadOnlySpan<string> literals)
    {
        _query = query;
        _literals = literals;
    }

    /// <summary>Gets a parameter as text.</summary>
    /// <param name="name">The name, decoded.</param>
    /// <returns>The first value; <see langword="null"/> if the parameter is absent.</returns>
    /// <exception cref="WireFormatException">The value does not have the type in the model.</exception>
    public string? String(string name)
    {
        foreach (var parameter in new QueryParameters(_query))
        {
            if (parameter.Is(name))
            {
                return parameter.Value;
            }
        }

        return null;
    }

    /// <inheritdoc cref="String"/>
    public bool? Boolean(string name) => String(name) is { } text ? ValueText.Boolean(text) : null;

    /// <inheritdoc cref="String"/>
    public int? Int32(string name) => String(name) is { } text ? ValueText.Number<int>(text) : null;

    /// <inheritdoc cref="String"/>
    public long? Int64(string name) => String(name) is { } text ? ValueText.Number<long>(text) : null;

    /// <inheritdoc cref="String"/>
    public float? Single(string name) => String(name) is { } text ? ValueText.Number<float>(text) : null;

    /// <inheritdoc cref="String"/>
    public double? Double(string name) => String(name) is { } text ? ValueText.Number<double>(text) : null;

    /// <inheritdoc cref="String"/>
    public DateTimeOffset? Timestamp(string name) => String(name) is { } text ? ValueText.Timestamp(text) : null;

    /// <summary>Gets all values of a parameter.</summary>
    /// <typeparam name="T">The type of a value.</typeparam>
    /// <param name="name">The name, decoded.</param>
    /// <param name="parse">Parses a value, such as a method of <see cref="HeaderText"/>.</param>
    /// <returns>The values in their order; <see langword="null"/> if the parameter is absent.</returns>
    /// <exception cref="WireFormatException">A value does not have the type in the model.</exception>
    public IReadOnlyList<T>? List<T>(string name, Func<string, T> parse)
    {
        ArgumentNullException.ThrowIfNull(parse);
        List<T>? values = null;
        foreach (var parameter in new QueryParameters(_query))
        {
            if (parameter.Is(name))
            {
                (values ??= []).Add(parse(parameter.Value));
            }
        }

        return values;
    }

    /// <summary>Gets all values of a parameter with timestamps.</summary>
    /// <param name="name">The name, decoded.</param>
    /// <returns>The values in their order; <see langword="null"/> if the parameter is absent.</returns>
    /// <exception cref="WireFormatException">A value is not a timestamp.</exception>
    public IReadOnlyList<DateTimeOffset>? Timestamps(string name) => List(name, ValueText.Timestamp);

    /// <summary>Gets all parameters, also those of other members, except the constants of the operation.</summary>
    /// <returns>The first value of each parameter by its name; <see langword="null"/> if there is none.</returns>
    public IReadOnlyDictionary<string, string>? Map()
    {
        Dictionary<string, string>? map = null;
        foreach (var parameter in new QueryParameters(_query))
        {
            if (IsInMap(parameter))
            {
                (map ??= new(StringComparer.Ordinal)).TryAdd(parameter.Name, parameter.Value);
            }
        }

        return map;
    }

    /// <summary>Gets all parameters, also those of other members, except the constants of the operation.</summary>
    /// <returns>All values of each parameter by its name; <see langword="null"/> if there is none.</returns>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? MapOfLists()
    {
        Dictionary<string, IReadOnlyList<string>>? map = null;
        foreach (var parameter in new QueryParameters(_query))
        {
            if (!IsInMap(parameter))
            {
                continue;
            }

            map ??= new(StringComparer.Ordinal);
            if (map.TryGetValue(parameter.Name, out var values))
            {
                ((List<string>)values).Add(parameter.Value);
            }
            else
            {
                map.Add(parameter.Name, new List<string> { parameter.Value });
            }
        }

        return map;
    }

    private bool IsInMap(QueryParameter parameter)
    {
        foreach (var literal in _literals)
        {
            if (parameter.Encoded.SequenceEqual(literal))
            {
                return false;
            }
        }

        return true;
    }
}
