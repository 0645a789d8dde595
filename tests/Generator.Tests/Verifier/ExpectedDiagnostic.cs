using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.Verifier;

/// <summary>A diagnostic that must be reported: its id, where it stands (line and column count from 1) and what it says.</summary>
internal sealed record ExpectedDiagnostic(string Id)
{
    private string Place { get; init; } = "no place";

    private ImmutableArray<string> Arguments { get; init; } = [];

    public static IReadOnlyDictionary<string, DiagnosticDescriptor> Descriptors { get; } = typeof(DiagnosticDescriptors)
        .GetFields()
        .Select(static field => (DiagnosticDescriptor)field.GetValue(null)!)
        .ToDictionary(static descriptor => descriptor.Id, StringComparer.Ordinal);

    public ExpectedDiagnostic At(string path, int line, int column) => this with { Place = Format(path, line, column) };

    /// <summary>At the only occurrence of a piece of text, for models that are put together and have no columns to count.</summary>
    public ExpectedDiagnostic At(ModelText file, string text)
    {
        var start = file.Text.IndexOf(text, StringComparison.Ordinal);
        Assert.True(start >= 0 && file.Text.IndexOf(text, start + 1, StringComparison.Ordinal) < 0, "'" + text + "' does not occur exactly once in:\n" + file.Text);
        var position = SourceText.From(file.Text).Lines.GetLinePosition(start);
        return At(file.Path, position.Line + 1, position.Character + 1);
    }

    public ExpectedDiagnostic WithArguments(params string[] arguments) => this with { Arguments = [.. arguments] };

    public static string Describe(Diagnostic diagnostic)
    {
        var span = diagnostic.Location.GetMappedLineSpan();
        var place = diagnostic.Location == Location.None
            ? "no place"
            : Format(span.Path, span.StartLinePosition.Line + 1, span.StartLinePosition.Character + 1);
        return place + ": " + diagnostic.Id + ": " + diagnostic.GetMessage(CultureInfo.InvariantCulture);
    }

    public override string ToString() =>
        Place + ": " + Id + ": " + string.Format(
            CultureInfo.InvariantCulture, Descriptors[Id].MessageFormat.ToString(CultureInfo.InvariantCulture), [.. Arguments]);

    private static string Format(string path, int line, int column) => string.Create(CultureInfo.InvariantCulture, $"{path}({line},{column})");
}
