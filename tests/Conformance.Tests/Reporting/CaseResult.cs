using System.Collections.Generic;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Reporting;

internal enum Verdict
{
    Passed,
    Failed,

    /// <summary>Failed, as the list of known deviations says it does.</summary>
    Known,

    Skipped,
}

/// <summary>What the check of one vector said: a reason to skip it, or the differences it found.</summary>
internal sealed record CaseOutcome(string? SkipReason, IReadOnlyList<string> Differences)
{
    public static CaseOutcome Skipped(string reason) => new(reason, []);

    public static CaseOutcome From(Differences differences) => new(null, differences.All);
}

/// <summary>One vector with its verdict; <see cref="Details"/> are differences, or the reason for a verdict without any.</summary>
internal sealed record CaseResult(string Id, Verdict Verdict, IReadOnlyList<string> Details);
