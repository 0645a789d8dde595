using System;
using System.Collections.Generic;
using System.IO;
using System.Threading;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Model.Files;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator;

/// <summary>
/// Runs a stage and converts exceptions to diagnostics. An exception that leaves the generator would remove all generated code from the
/// project (CS8785).
/// </summary>
internal static class StageRunner
{
    public static ModelFile ReadModel(InputFile file, CancellationToken cancellationToken)
    {
        var path = file.Text.Path;
        var stage = Run<ModelFile>(
            Path.GetFileName(path), _ => [ModelFileReader.Read(path, GetText(file.Text, cancellationToken), file.Item, cancellationToken)]);
        return stage.Value.Count > 0 ? stage.Value[0] : new ModelFile(path, file.Item) { Diagnostics = stage.Diagnostics };
    }

    /// <summary>Returns the text of a file, or an empty text if the file cannot be opened. The build reports such files itself.</summary>
    public static SourceText GetText(AdditionalText file, CancellationToken cancellationToken) => file.GetText(cancellationToken) ?? SourceText.From("");

    public static StageResult<T> Run<T>(string subject, Func<List<DiagnosticInfo>, EquatableArray<T>> run)
        where T : IEquatable<T>
    {
        var diagnostics = new List<DiagnosticInfo>();
        EquatableArray<T> value = [];
        try
        {
            value = run(diagnostics);
        }
#pragma warning disable CA1031 // No exception may leave the generator.
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.InternalError, default, subject, exception.GetType().Name + ": " + exception.Message));
        }

        return new StageResult<T>(value, diagnostics.ToEquatableArray());
    }
}

/// <summary>The result of a stage and its diagnostics.</summary>
internal sealed record StageResult<T>(EquatableArray<T> Value, EquatableArray<DiagnosticInfo> Diagnostics)
    where T : IEquatable<T>;
