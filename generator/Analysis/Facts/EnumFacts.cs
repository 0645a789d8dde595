using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Analysis.Facts;

/// <summary>The values of an enum that the model defines.</summary>
/// <param name="name">The C# name of the enum.</param>
/// <param name="values">The values on the wire, in the order of their C# names.</param>
internal sealed class EnumFacts(string name, IReadOnlyList<string> values)
{
    private readonly HashSet<string> _known = new(values, StringComparer.Ordinal);

    public string Name { get; } = name;

    public IReadOnlyList<string> Values { get; } = values;

    public bool IsKnown(string value) => _known.Contains(value);

    /// <summary>
    /// Returns the property of the generated struct for a known value; null if there is none. The fields of the enum of its <c>Kind</c> property, which no other
    /// code can extend, have the same names and, after <c>Unknown</c>, the same order as the values.
    /// </summary>
    public string? PropertyOf(INamedTypeSymbol type, string value)
    {
        var kind = type.GetMembers("Kind").OfType<IPropertySymbol>().FirstOrDefault()?.Type;
        var names = kind?.GetMembers().OfType<IFieldSymbol>().Where(static field => field.IsConst).Select(static field => field.Name).ToList();
        var index = names?.Count == Values.Count + 1 ? Values.ToList().IndexOf(value) : -1;
        return index < 0 ? null : names![index + 1];
    }
}
