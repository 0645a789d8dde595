using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;

namespace DataZoneGen.Wire;

/// <summary>The values of service-specific endpoint parameters by name. Two contexts with the same values are equal.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EndpointContext : IEquatable<EndpointContext>
{
    private readonly List<KeyValuePair<string, object>> _values = new(1);

    /// <summary>Sets a parameter, unless the value is <see langword="null"/>.</summary>
    /// <param name="name">The name of the parameter.</param>
    /// <param name="value">The value.</param>
    /// <returns>This context.</returns>
    public EndpointContext Set(string name, string? value) => Add(name, value);

    /// <inheritdoc cref="Set(string, string?)"/>
    public EndpointContext Set(string name, bool? value) => Add(name, value);

    /// <inheritdoc cref="Set(string, string?)"/>
    /// <remarks>Items that are <see langword="null"/> are ignored.</remarks>
    public EndpointContext Set(string name, IEnumerable<string?>? value) => Add(name, value?.OfType<string>().ToArray());

    /// <inheritdoc/>
    public bool Equals(EndpointContext? other)
    {
        if (other is null || other._values.Count != _values.Count)
        {
            return false;
        }

        for (var i = 0; i < _values.Count; i++)
        {
            if (_values[i].Key != other._values[i].Key || !AreEqual(_values[i].Value, other._values[i].Value))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EndpointContext);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, value) in _values)
        {
            hash.Add(name);
            hash.Add(value is string[] texts ? texts.Length : value.GetHashCode());
        }

        return hash.ToHashCode();
    }

    /// <summary>Removes all values, so that the context can be used for the next call.</summary>
    internal void Clear() => _values.Clear();

    /// <summary>Returns a copy, to which later changes do not apply.</summary>
    internal EndpointContext Copy()
    {
        var copy = new EndpointContext();
        copy._values.AddRange(_values);
        return copy;
    }

    internal object? Find(string name)
    {
        foreach (var entry in _values)
        {
            if (entry.Key == name)
            {
                return entry.Value;
            }
        }

        return null;
    }

    private static bool AreEqual(object left, object right) =>
        left is string[] texts ? right is string[] otherTexts && texts.AsSpan().SequenceEqual(otherTexts) : left.Equals(right);

    private EndpointContext Add(string name, object? value)
    {
        if (value is not null)
        {
            _values.Add(new(name, value));
        }

        return this;
    }
}
