using System;
using System.Collections.Generic;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>Creates pagination tokens from maps.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MapToken
{
    /// <summary>Creates a token from a map.</summary>
    /// <typeparam name="TValue">The type of the map's values.</typeparam>
    /// <param name="map">The map in a response.</param>
    /// <returns>The token; <see langword="null"/> if the map is <see langword="null"/> or empty, which means that there are no more pages.</returns>
    public static MapToken<TValue>? From<TValue>(IReadOnlyDictionary<string, TValue>? map) => map is { Count: > 0 } ? new(map) : null;
}

/// <summary>A pagination token that is a map. Two tokens are equal when their maps have the same entries.</summary>
/// <typeparam name="TValue">The type of the map's values.</typeparam>
/// <param name="map">The map.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class MapToken<TValue>(IReadOnlyDictionary<string, TValue> map) : IEquatable<MapToken<TValue>>
{
    /// <summary>The map.</summary>
    public IReadOnlyDictionary<string, TValue> Map { get; } = map;

    /// <inheritdoc/>
    public bool Equals(MapToken<TValue>? other)
    {
        if (other is null || other.Map.Count != Map.Count)
        {
            return false;
        }

        foreach (var (key, value) in Map)
        {
            if (!other.Map.TryGetValue(key, out var otherValue) || !EqualityComparer<TValue>.Default.Equals(value, otherValue))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MapToken<TValue>);

    /// <inheritdoc/>
    public override int GetHashCode() => Map.Count;
}
