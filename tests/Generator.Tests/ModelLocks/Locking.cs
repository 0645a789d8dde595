using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.ModelLocks;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.Text;

namespace DataZoneGen.Generator.Tests.ModelLocks;

/// <summary>Writes lock files of models and compares models with them.</summary>
internal static partial class Locking
{
    /// <summary>The lock file of a service.</summary>
    public static string Write(params IEnumerable<ModelText> files) => LockWriter.Write([Target([], files).Service]);

    /// <summary>Compares a model with the lock file of another one. Returns file, line and column, id and message of each diagnostic.</summary>
    public static IReadOnlyList<string> Compare(IEnumerable<ModelText> before, IEnumerable<ModelText> after) => CompareText(Write(before), after);

    /// <summary>Compares a model with a lock file.</summary>
    public static IReadOnlyList<string> CompareText(string text, IEnumerable<ModelText> files)
    {
        var diagnostics = new List<DiagnosticInfo>();
        var file = LockReader.Read(ProjectItems.LockPath, SourceText.From(text), diagnostics, CancellationToken.None);
        LockComparer.Compare(Target(diagnostics, files), [file], diagnostics);
        return Reading.Describe(diagnostics);
    }

    /// <summary>Returns only the id and the message, without positions in the lock file.</summary>
    public static string WithoutPositions(string diagnostic) => Position().Replace(diagnostic, "")[2..];

    private static LockTarget Target(List<DiagnosticInfo> diagnostics, IEnumerable<ModelText> files)
    {
        var service = Reading.Service(files);
        service = service with
        {
            Requests = service.Requests.Select(static request => request with { Item = request.Item with { ModelLock = ProjectItems.LockPath } }).ToEquatableArray(),
        };
        var (closure, problems) = Reading.Closure(service);
        Assert.Equal("", string.Join("\n", problems.Where(static problem => !problem.Contains("DZG007", System.StringComparison.Ordinal))));
        return Assert.Single(LockTarget.Create([service], [closure!], diagnostics));
    }

    [GeneratedRegex(@"[\w./-]*\(\d+,\d+\)(?=:)|\(\d+,\d+\)")]
    private static partial Regex Position();
}
