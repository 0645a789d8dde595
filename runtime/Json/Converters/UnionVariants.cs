using System;
using System.Collections.Generic;
using System.ComponentModel;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>The variants of a generated union: their wire names, and the conversions between values and variants.</summary>
/// <typeparam name="TUnion">The type of the union.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UnionVariants<TUnion>
    where TUnion : class
{
    private readonly List<UnionVariant<TUnion>> _all = [];
    private readonly Func<string, TUnion> _createUnknown;
    private readonly Func<TUnion, string?> _getUnknownName;

    /// <summary>Initializes a new instance of the <see cref="UnionVariants{TUnion}"/> class without known variants.</summary>
    /// <param name="createUnknown">Creates an unknown variant from its name.</param>
    /// <param name="getUnknownName">Gets the name of an unknown variant; <see langword="null"/> for other variants.</param>
    public UnionVariants(Func<string, TUnion> createUnknown, Func<TUnion, string?> getUnknownName)
    {
        _createUnknown = createUnknown;
        _getUnknownName = getUnknownName;
    }

    internal IReadOnlyList<UnionVariant<TUnion>> All => _all;

    /// <summary>Adds a variant.</summary>
    /// <typeparam name="TVariant">The type of the variant.</typeparam>
    /// <typeparam name="TValue">The type of the variant's value.</typeparam>
    /// <param name="name">The wire name.</param>
    /// <param name="create">Creates the variant from its value.</param>
    /// <param name="getValue">Gets the value of the variant.</param>
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
