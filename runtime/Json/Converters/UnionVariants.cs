using System;
using System.Collections.Generic;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The variants of a generated union: their names on the wire and how to get from a value to a variant and back.</summary>
/// <typeparam name="TUnion">The union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionVariants<TUnion>
    where TUnion : class
{
    private readonly List<UnionVariant<TUnion>> _all = [];
    private readonly Func<string, TUnion> _createUnknown;
    private readonly Func<TUnion, string?> _getUnknownName;

    /// <summary>Creates the list, still without a variant that the model knows.</summary>
    /// <param name="createUnknown">Creates a variant that the model does not know from its name.</param>
    /// <param name="getUnknownName">The name of a variant that the model does not know; <see langword="null"/> for any other variant.</param>
    public UnionVariants(Func<string, TUnion> createUnknown, Func<TUnion, string?> getUnknownName)
    {
        _createUnknown = createUnknown;
        _getUnknownName = getUnknownName;
    }

    internal IReadOnlyList<UnionVariant<TUnion>> All => _all;

    /// <summary>Adds a variant.</summary>
    /// <typeparam name="TVariant">The record of the variant.</typeparam>
    /// <typeparam name="TValue">The type of its value.</typeparam>
    /// <param name="name">The name on the wire.</param>
    /// <param name="create">Creates the variant from its value.</param>
    /// <param name="getValue">The value of the variant.</param>
    /// <returns>This list.</returns>
    public UnionVariants<TUnion> Add<TVariant, TValue>(string name, Func<TValue, TVariant> create, Func<TVariant, TValue> getValue)
        where TVariant : class, TUnion
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(getValue);
        _all.Add(new UnionVariant<TUnion, TVariant, TValue>(name, create, getValue));
        return this;
    }

    internal TUnion CreateUnknown(string name) => _createUnknown(name);

    internal string? GetUnknownName(TUnion value) => _getUnknownName(value);
}
