using System;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;
using Xunit.Sdk;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>What a run makes of checks that end in different ways.</summary>
public sealed class RunTests
{
    [Fact]
    public Task ACaseWithoutDifferencesPasses() => RunAsync(static _ => { });

    [Fact]
    public async Task ACaseWithADifferenceFailsItsSuite()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => RunAsync(static differences => differences.Expect("size", 1, 2)));

        Assert.Contains("size: expected 1, got 2", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ACaseWhoseCheckThrowsFailsItsSuiteAndKeepsWhatItFoundBefore()
    {
        var failure = await Assert.ThrowsAsync<TrueException>(() => RunAsync(static differences =>
        {
            differences.Expect("size", 1, 2);
            throw new InvalidOperationException("broken");
        }));

        Assert.Contains("size: expected 1, got 2", failure.Message, StringComparison.Ordinal);
        Assert.Contains("broken", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public Task ACaseThatIsSkippedDoesNotFail() => RunAsync(static differences =>
    {
        differences.Skip("it is for servers");
        differences.Add("size", "does not matter");
    });

    /// <summary>A run of its own, whose summary is not written.</summary>
    private static Task RunAsync(Action<Differences> check) => new ConformanceRun().RunAsync("self", [new OnlyCase()], (_, differences) =>
    {
        check(differences);
        return Task.CompletedTask;
    });

    private sealed record OnlyCase : ICase
    {
        public string Id => "one";
    }
}
