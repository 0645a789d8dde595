using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Reporting;

/// <summary>
/// Runs suites and sums them up. The tests of all suites share one run; each of them keeps the processor busy by itself,
/// so they come one after the other.
/// </summary>
public sealed class ConformanceRun : IDisposable
{
    public const string Collection = "Suites";

    /// <summary>The file that takes the summary and every failing case with its differences.</summary>
    private const string ReportVariable = "DATAZONEGEN_REPORT";

    private readonly KnownDeviations _known = KnownDeviations.Load();
    private readonly ConcurrentBag<SuiteReport> _reports = [];

    public ConformanceRun()
    {
        // What is set for the AWS tools of this machine is not for these clients.
        var names = Environment.GetEnvironmentVariables().Keys.Cast<string>();
        foreach (var name in names.Where(static n => n.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            Environment.SetEnvironmentVariable(name, null);
        }
    }

    public void Dispose()
    {
        Suites.ModelsFolder.Delete();
        var reports = _reports.OrderBy(static r => r.Name, StringComparer.Ordinal).ToList();
        foreach (var report in reports)
        {
            Console.Out.WriteLine(report.Summary);
        }

        Console.Out.Flush();
        if (Environment.GetEnvironmentVariable(ReportVariable) is { Length: > 0 } path)
        {
            var details = reports.SelectMany(static r => (string[])["", r.Summary, .. r.Details]);
            File.WriteAllLines(path, [.. reports.Select(static r => r.Summary), .. details]);
        }

        // A run of some suites says nothing about the others' deviations.
        var unused = reports.Count == SuiteCount() ? _known.Unused : [];
        Assert.True(unused.Count == 0, "Known deviations that no case shows any more: " + string.Join("; ", unused.Select(static d => d.Reason)));
    }

    /// <summary>Checks every case of a suite and fails when one fails that is not known to.</summary>
    internal async Task RunAsync<T>(string suite, IEnumerable<T> cases, Func<T, Differences, Task> check)
        where T : ICase
    {
        var results = new ConcurrentBag<CaseResult>();
        await Parallel.ForEachAsync(
            cases, async (item, _) => results.Add(_known.Judge(suite, item.Id, await CheckAsync(item, check))));
        var report = new SuiteReport(suite, [.. results.OrderBy(static r => r.Id, StringComparer.Ordinal)]);
        _reports.Add(report);
        report.AssertNothingFailed();
    }

    /// <summary>How many suites there are with all that is on this machine: each test of the collection runs one.</summary>
    private static int SuiteCount() => typeof(Suite).Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(Suite)))
        .SelectMany(static type => type.GetMethods())
        .Sum(static method => method.GetCustomAttribute<FactAttribute>() is not { Skip: null } fact ? 0 : fact is SuiteAttribute suite ? suite.Subjects.Count : 1);

    private static async Task<CaseOutcome> CheckAsync<T>(T item, Func<T, Differences, Task> check)
    {
        var differences = new Differences();
        try
        {
            await check(item, differences);
            return new CaseOutcome(differences.SkipReason, differences.All);
        }
#pragma warning disable CA1031 // Whatever it is: the case fails with it, and the others go on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return new CaseOutcome(null, [.. differences.All, exception.ToString()]);
        }
    }
}

[CollectionDefinition(ConformanceRun.Collection)]
public sealed class ConformanceRunDefinition : ICollectionFixture<ConformanceRun>;
