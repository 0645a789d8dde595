using System;
using System.Collections.Generic;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Model;

/// <summary>A definition in a model that has a unique name among those of its kind.</summary>
internal interface IModelDefinition<T>
{
    string Name { get; }

    SourceLocation SourceLocation { get; }

    /// <summary>Returns what must be equal if the name is defined again.</summary>
    T WithoutLocations();
}

internal static class ModelDefinitions
{
    /// <summary>
    /// Returns the first definition of each name, in the given order. Equal definitions are allowed; a different one is reported, with the location of
    /// the first.
    /// </summary>
    public static EquatableArray<T> Merge<T>(IEnumerable<T> definitions, DiagnosticDescriptor conflict, string kind, Action<DiagnosticInfo> report)
        where T : class, IModelDefinition<T>, IEquatable<T>
    {
        var merged = new List<T>();
        var byName = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            if (!byName.TryGetValue(definition.Name, out var first))
            {
                byName.Add(definition.Name, definition);
                merged.Add(definition);
            }
            else if (!first.WithoutLocations().Equals(definition.WithoutLocations()))
            {
                report(DiagnosticInfo.Create(conflict, definition.SourceLocation, kind, definition.Name, first.SourceLocation.ToString()));
            }
        }

        return merged.ToEquatableArray();
    }
}
