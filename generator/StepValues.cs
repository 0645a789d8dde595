using System;
using DataZoneGen.Generator.Items;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator;

// What steps of the pipeline hand to each other where no stage has a type for it. These are classes on purpose: the tables of the
// compiler are compiled anew for every struct that a step gives, which is a large part of the time that a first run takes.

/// <summary>The version of C# that the project is written in.</summary>
internal sealed record ProjectLanguage(LanguageVersion Version)
{
    private const LanguageVersion Oldest = LanguageVersion.CSharp12;

    /// <summary>Whether generated code compiles in it.</summary>
    public bool IsSupported => Version >= Oldest;
}

/// <summary>What the project says of all services.</summary>
internal sealed record ProjectSettings(EquatableArray<ServiceItem> Items, string RootNamespace);

/// <summary>Whether the project refers to the HTTP client factory.</summary>
internal sealed record ProjectReferences(bool HasHttpFactory);

/// <summary>A file of an operation, and whether it is read.</summary>
internal sealed record OperationFile(InputFile File, bool IsNeeded);

/// <summary>All values of a step.</summary>
internal sealed record StepValues<T>(EquatableArray<T> Items)
    where T : IEquatable<T>;

internal static class StepExtensions
{
    /// <summary>Makes one value of all values of a step.</summary>
    public static IncrementalValueProvider<StepValues<T>> CollectValues<T>(this IncrementalValuesProvider<T> values)
        where T : IEquatable<T> =>
        values.Collect().Select(static (items, _) => new StepValues<T>(items.ToEquatableArray()));
}
