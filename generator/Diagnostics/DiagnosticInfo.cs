using System.Linq;
using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Diagnostics;

/// <summary>The data of a diagnostic, which compares by value; <see cref="Diagnostic"/> does not.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, SourceLocation SourceLocation, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, SourceLocation location, params string[] arguments) =>
        new(descriptor, location, arguments.ToEquatableArray());

    /// <summary>Other places that the diagnostic is about.</summary>
    public EquatableArray<SourceLocation> AdditionalLocations { get; init; }

    public Diagnostic ToDiagnostic() => Diagnostic.Create(
        Descriptor, SourceLocation.ToLocation(), AdditionalLocations.Select(static location => location.ToLocation()), [.. Arguments]);
}
