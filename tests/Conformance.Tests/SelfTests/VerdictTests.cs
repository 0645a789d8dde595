using System.IO;
using System.Linq;
using System.Text.Json;
using DataZoneGen.Conformance.Tests.Reporting;
using Xunit;
using Xunit.Sdk;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>A failure is known only where the list says so, and only for what the list says.</summary>
public sealed class VerdictTests
{
    private static readonly KnownDeviations Known = KnownDeviations.Parse(
        """[{ "suite": "oracle/*/responses", "idPattern": "*/list-null", "differences": ["*: a null was dropped"], "reason": "meant" }]""");

    [Theory]
    [InlineData("oracle/bakery/responses", "bakery/Order/list-null", "order.reviews: a null was dropped", "Known")]
    [InlineData("oracle/bakery/responses", "bakery/Order/list-null", "order.number: expected 1, got 2", "Failed")]
    [InlineData("oracle/bakery/responses", "bakery/Order/full", "order.reviews: a null was dropped", "Failed")]
    [InlineData("oracle/bakery/requests", "bakery/Order/list-null", "order.reviews: a null was dropped", "Failed")]
    public void ADeviationIsKnownWhereItIsListed(string suite, string id, string difference, string verdict) =>
        Assert.Equal(verdict, Known.Judge(suite, id, new CaseOutcome(null, [difference])).Verdict.ToString());

    [Fact]
    public void AnotherDifferenceBesidesAKnownOneFails() => Assert.Equal(
        Verdict.Failed,
        Known.Judge("oracle/bakery/responses", "bakery/Order/list-null", new CaseOutcome(null, ["a: a null was dropped", "b: wrong"])).Verdict);

    [Fact]
    public void AKnownCaseThatPassesSaysSo()
    {
        var result = Known.Judge("oracle/bakery/responses", "bakery/Order/list-null", new CaseOutcome(null, []));
        Assert.Equal(Verdict.Passed, result.Verdict);
        Assert.Equal(["no longer deviates"], result.Details);
    }

    [Theory]
    [InlineData("*", "*/list-null", "*: a null was dropped")]
    [InlineData("oracle/*/responses", "*", "*: a null was dropped")]
    [InlineData("oracle/*/responses", "*/list-null", "**")]
    [InlineData("oracle/*/responses", "", "*: a null was dropped")]
    public void APatternThatMatchesEverythingIsRefused(string suite, string idPattern, string difference) => Assert.Throws<InvalidDataException>(
        () => KnownDeviations.Parse(JsonSerializer.Serialize(new[] { new { suite, idPattern, differences = new[] { difference }, reason = "any" } })));

    [Fact]
    public void ADeviationIsUnusedWhenItCoversCasesAndExplainsNone()
    {
        var known = KnownDeviations.Parse("""
            [
                { "suite": "s", "idPattern": "used*", "differences": ["a"], "reason": "used" },
                { "suite": "s", "idPattern": "stale*", "differences": ["b"], "reason": "stale" },
                { "suite": "t", "idPattern": "elsewhere*", "differences": ["c"], "reason": "elsewhere" }
            ]
            """);
        known.Judge("s", "used 1", new CaseOutcome(null, ["a"]));
        known.Judge("s", "used 2", new CaseOutcome(null, []));
        known.Judge("s", "stale", new CaseOutcome(null, []));
        Assert.Equal(["stale"], known.Unused.Select(static deviation => deviation.Reason));
    }

    [Fact]
    public void ASuiteWithAFailureFailsItsTest()
    {
        var report = new SuiteReport(
            "s",
            [
                new("a", Verdict.Failed, ["wrong"]),
                new("b", Verdict.Passed, []),
                new("c", Verdict.Known, ["meant"]),
                new("d", Verdict.Skipped, ["why"]),
            ]);
        Assert.Equal("SUITE s passed=1 failed=1 known=1 skipped=1", report.Summary);
        Assert.Contains("wrong", Assert.Throws<TrueException>(report.AssertNothingFailed).Message, System.StringComparison.Ordinal);
    }
}
