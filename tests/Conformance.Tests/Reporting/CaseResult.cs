using System.Collections.Generic;

namespace DataZoneGen.Conformance.Tests.Reporting;

internal enum Verdict
{
    Passed,
    Failed,

    /// <summary>Failed, as the list of known deviations says it does.</summary>
    Known,

    Skipped,
}

/// <summary>What the check of one vector gave: a reason to skip it, or the differences that it found.</summary>
internal sealed record CaseOutcome(string? SkipReason, IReadOnlyList<string> Differences);

/// <summary>One vector with its verdict; <see cref="Details"/> are differences, or the reason for a verdict without any.</summary>
internal sealed record CaseResult(string Id, Verdict Verdict, IReadOnlyList<string> Details);
