using System;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Plan.Units;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DataZoneGen.Generator;

// Values that steps of the pipeline pass to each other and that belong to no stage. They are classes, not structs: the JIT compiles
// Roslyn's generic state tables again for every struct, which takes a large part of the time of the first run.

/// <summary>The C# version of the project.</summary>
internal sealed record ProjectLanguage(LanguageVersion Version)
{
    private const LanguageVersion Oldest = LanguageVersion.CSharp12;

    /// <summary>Whether generated code compiles with this version.</summary>
    public bool IsSupported => Version >= Oldest;
}

/// <summary>The settings of the project that apply to all services.</summary>
internal sealed record ProjectSettings(EquatableArray<ServiceItem> Items, string RootNamespace);

/// <summary>Whether the build wants the texts of lock files and policies instead of clients.</summary>
internal sealed record ReportMode(bool IsReport);

/// <summary>Which libraries the project references that some generated code needs.</summary>
internal sealed record ProjectReferences(bool HasHttpFactory, bool HasTesting)
{
    /// <summary>Returns whether the project has what the files of a unit need.</summary>
    public bool Allow(UnitPlan unit) => (HasHttpFactory || !unit.NeedsHttpFactory) && (HasTesting || !unit.NeedsTesting);
}

/// <summary>The file of an operation and whether it must be read.</summary>
internal sealed record OperationFile(InputFile File, bool IsNeeded);

/// <summary>All values of a step.</summary>
internal sealed record StepValues<T>(EquatableArray<T> Items)
    where T : IEquatable<T>;

internal static class StepExtensions
{
    /// <summary>Collects all values of a step into one value.</summary>
    public static IncrementalValueProvider<StepValues<T>> CollectValues<T>(this IncrementalValuesProvider<T> values)
        where T : IEquatable<T> =>
        values.Collect().Select(static (items, _) => new StepValues<T>(items.ToEquatableArray()));
}
