using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Reporting;

/// <summary>The verdicts on all vectors of a suite.</summary>
internal sealed record SuiteReport(string Name, IReadOnlyList<CaseResult> Cases)
{
    private const int MaxShown = 20;

    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"SUITE {Name} passed={Count(Verdict.Passed)} failed={Count(Verdict.Failed)} known={Count(Verdict.Known)} skipped={Count(Verdict.Skipped)}");

    /// <summary>Every case that says more than that it passed, a line for the case and one for each detail.</summary>
    public IEnumerable<string> Details => Cases
        .Where(static c => c.Verdict != Verdict.Passed || c.Details.Count > 0)
        .OrderBy(static c => c.Verdict != Verdict.Failed)
        .SelectMany(static c => (string[])["  " + c.Verdict.ToString().ToUpperInvariant() + " " + c.Id, .. Indented(c)]);

    public int Count(Verdict verdict) => Cases.Count(c => c.Verdict == verdict);

    /// <summary>Fails the test of the suite when a vector failed, with the first of them.</summary>
    public void AssertNothingFailed()
    {
        var failed = Cases.Where(static c => c.Verdict == Verdict.Failed).ToList();
        var first = failed.Take(MaxShown).SelectMany(static c => (string[])[c.Id, .. Indented(c)]);
        Assert.True(failed.Count == 0, string.Join(Environment.NewLine, first.Prepend(Summary)));
    }

    private static IEnumerable<string> Indented(CaseResult result) => result.Details.Select(static d => "    " + OneLine(d));

    private static string OneLine(string text)
    {
        const int longest = 2000;
        var line = text.ReplaceLineEndings(" ⏎ ");
        return line.Length <= longest ? line : line[..longest] + "…";
    }
}
