using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Items;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.ModelLocks;
using DataZoneGen.Generator.Plan.Permissions;
using DataZoneGen.Generator.Reports;
using DataZoneGen.Generator.Selection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator;

/// <summary>The part of the pipeline that compares models with lock files, and that writes lock files and policies for build targets.</summary>
public sealed partial class ClientGenerator
{
    /// <summary>
    /// Compares each service with its lock file, or reports the facts in a build that writes lock files. An edit of a lock file only reads and compares it.
    /// </summary>
    private static void AddLocks(
        IncrementalGeneratorInitializationContext context,
        IncrementalValuesProvider<InputFile> files,
        IncrementalValueProvider<StageResult<ServiceModel>> services,
        IncrementalValuesProvider<StageResult<Closure>> closures,
        IncrementalValueProvider<ReportMode> mode)
    {
        var selected = closures.CollectValues();
        var targets = selected.Combine(services)
            .Select(static (pair, _) => StageRunner.Run(
                "the model locks",
                diagnostics => LockTarget.Create(pair.Right.Value, pair.Left.Items.SelectMany(static stage => stage.Value), diagnostics)))
            .WithTrackingName(StepNames.LockTargets);

        var locks = files
            .Where(static file => file.Role == FileRole.ModelLock)
            .Select(static (file, cancellationToken) => StageRunner.Run<LockFile>(
                Path.GetFileName(file.Text.Path),
                diagnostics => [LockReader.Read(file.Text.Path, StageRunner.GetText(file.Text, cancellationToken), diagnostics, cancellationToken)]))
            .WithTrackingName(StepNames.LockFiles)
            .CollectValues();

        var differences = targets.Combine(locks).Combine(mode)
            .Select(static (pair, _) => pair.Right.IsReport
                ? new StageResult<LockTarget>([], [])
                : StageRunner.Run("the model locks", diagnostics => Compare(pair.Left.Left.Value, pair.Left.Right.Items, diagnostics)))
            .WithTrackingName(StepNames.LockComparison);

        var reports = targets.Combine(selected).Combine(mode)
            .SelectMany(static (pair, _) => pair.Right.IsReport ? WriteReports(pair.Left.Left.Value, pair.Left.Right.Items.SelectMany(static stage => stage.Value)) : [])
            .WithTrackingName(StepNames.Reports);

        context.RegisterSourceOutput(reports, static (output, report) => output.AddSource(report.HintName, SourceText.From(report.ToSource(), Utf8WithoutMark)));
        Report(context, StepNames.LockTargetDiagnostics, targets.SelectMany(static (stage, _) => stage.Diagnostics));
        Report(context, StepNames.LockDiagnostics, differences.SelectMany(static (stage, _) => stage.Diagnostics));
    }

    private static EquatableArray<LockTarget> Compare(
        EquatableArray<LockTarget> targets, EquatableArray<StageResult<LockFile>> files, List<DiagnosticInfo> diagnostics)
    {
        diagnostics.AddRange(files.SelectMany(static file => file.Diagnostics));
        var read = files.SelectMany(static file => file.Value).ToList();
        foreach (var target in targets)
        {
            LockComparer.Compare(target, read, diagnostics);
        }

        return [];
    }

    private static IEnumerable<ReportFile> WriteReports(EquatableArray<LockTarget> targets, IEnumerable<Closure> closures)
    {
        var locks = targets.GroupBy(static target => target.Path, StringComparer.OrdinalIgnoreCase)
            .Select(static (file, index) => new ReportFile(
                FormattableString.Invariant($"ModelLock{index}"), file.Key, LockWriter.Write(file.Select(static target => target.Service))));
        var statements = closures.Select(static closure => new PolicyStatement(closure.Metadata.ServiceId, RequiredActions.Get(closure.Metadata, closure.Operations)));
        return locks.Append(new ReportFile("IamPolicy", "", PolicyWriter.Write(statements)));
    }
}
