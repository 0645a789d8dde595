using Microsoft.CodeAnalysis;

namespace DataZoneGen.Generator.Diagnostics;

/// <summary>A diagnostic as data: <see cref="Diagnostic"/> itself does not compare by value.</summary>
internal sealed record DiagnosticInfo(DiagnosticDescriptor Descriptor, Place Place, EquatableArray<string> Arguments)
{
    public static DiagnosticInfo Create(DiagnosticDescriptor descriptor, Place place, params string[] arguments) =>
        new(descriptor, place, arguments.ToEquatableArray());

    public Diagnostic ToDiagnostic() => Diagnostic.Create(Descriptor, Place.ToLocation(), [.. Arguments]);
}
