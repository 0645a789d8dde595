using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.IO.Enumeration;
using System.Linq;
using System.Text.Json;

namespace DataZoneGen.Conformance.Tests.Reporting;

/// <summary>
/// A difference between a vector and the client that is meant: the vector records a choice of its author that the client
/// does not share. All differences of the case must match one of <see cref="Differences"/>, so that nothing else hides behind it.
/// </summary>
internal sealed record KnownDeviation(string Suite, string IdPattern, IReadOnlyList<string> Differences, string Reason)
{
    public bool Covers(string suite, string id) => Matches(Suite, suite) && Matches(IdPattern, id);

    public bool Explains(string difference) => Differences.Any(pattern => Matches(pattern, difference));

    /// <summary>Whether a pattern matches everything: what it stands for would hide any other difference.</summary>
    public bool IsTooWide => Differences.Append(Suite).Append(IdPattern).Any(static pattern => pattern.All(static c => c is '*' or '?'));

    private static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: false);
}

/// <summary>The list of known deviations.</summary>
internal sealed class KnownDeviations(IReadOnlyList<KnownDeviation> all)
{
    private readonly ConcurrentDictionary<KnownDeviation, bool> _isUsed = new();

    /// <summary>The deviations that cover cases of the suites that ran, and explain none of them.</summary>
    public IReadOnlyList<KnownDeviation> Unused => [.. all.Where(deviation => _isUsed.TryGetValue(deviation, out var isUsed) && !isUsed)];

    public static KnownDeviations Load() =>
        Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "known-deviations.json")));

    /// <exception cref="InvalidDataException">A pattern matches everything.</exception>
    public static KnownDeviations Parse(string json)
    {
        var all = JsonSerializer.Deserialize<JsonElement>(json).EnumerateArray()
            .Select(static entry => new KnownDeviation(
                entry.GetProperty("suite").GetString()!,
                entry.GetProperty("idPattern").GetString()!,
                [.. entry.GetProperty("differences").EnumerateArray().Select(static d => d.GetString()!)],
                entry.GetProperty("reason").GetString()!))
            .ToList();
        return all.Find(static deviation => deviation.IsTooWide) is { } wide
            ? throw new InvalidDataException("A pattern of a known deviation matches everything: " + wide.Reason)
            : new KnownDeviations(all);
    }

    /// <summary>Turns the outcome of a check into its verdict. A deviation counts only when the case fails.</summary>
    public CaseResult Judge(string suite, string id, CaseOutcome outcome)
    {
        if (outcome.SkipReason is { } reason)
        {
            return new CaseResult(id, Verdict.Skipped, [reason]);
        }

        var covering = all.Where(d => d.Covers(suite, id)).ToList();
        foreach (var deviation in covering)
        {
            var isUsed = outcome.Differences.Any(deviation.Explains);
            _isUsed.AddOrUpdate(deviation, isUsed, (_, wasUsed) => wasUsed || isUsed);
        }

        if (outcome.Differences.Count == 0)
        {
            return new CaseResult(id, Verdict.Passed, covering.Count == 0 ? [] : ["no longer deviates"]);
        }

        return outcome.Differences.All(difference => covering.Exists(d => d.Explains(difference)))
            ? new CaseResult(id, Verdict.Known, [.. covering.Select(static d => d.Reason).Distinct()])
            : new CaseResult(id, Verdict.Failed, outcome.Differences);
    }
}
