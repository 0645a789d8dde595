using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The tables of the limiter that the adaptive mode has: its constants, its curve, and the rates that come of responses.</summary>
public sealed class RetryAdaptive(ConformanceRun run) : Suite(run)
{
    private const string File = "conformance/retry/adaptive.json";
    private const double Tolerance = 1e-6;

    [Vectors(File)]
    public Task RatesFollowTheTables() => RunAsync("retry/adaptive", Cases(SuitesFolder.Load(File)), static (test, differences) => test.Check(differences));

    private static IEnumerable<Case> Cases(JsonElement suite)
    {
        foreach (var section in suite.EnumerateObject().Where(static section => section.Value.ValueKind is not JsonValueKind.String))
        {
            var cases = section.Name switch
            {
                "constants" => section.Value.EnumerateObject().Select(static constant => Constant(constant.Name, constant.Value.GetDouble())),
                "cubicSuccess" => Successes(section.Value),
                "cubicWithThrottles" => Throttles(section.Value),
                "sendingRates" => SendingRates(section.Value),
                "cubicParameters" => section.Value.EnumerateArray().Select(Parameters),
                _ => throw new NotSupportedException("section " + section.Name),
            };
            foreach (var test in cases)
            {
                yield return test with { Id = section.Name + "/" + test.Id };
            }
        }
    }

    private static Case Constant(string name, double expected) => new Case(name).Near("value", expected, name switch
    {
        "beta" => CubicRate.DefaultBeta,
        "scaleConstant" => CubicRate.DefaultScaleConstant,
        "smooth" => RateLimiter.Smoothing,
        "minFillRate" => RateLimiter.MinFillRate,
        "minCapacity" => RateLimiter.MinCapacity,
        "initialRequestCost" => RateLimiter.FirstAttemptCost,
        "retryCost" => RateLimiter.RetryCost,
        "timeoutRetryCost" => RateLimiter.RetryAfterTimeoutCost,
        _ => throw new NotSupportedException("constant " + name),
    });

    private static IEnumerable<Case> Successes(JsonElement table)
    {
        var cubic = new CubicRate(Number(table, "lastMaxRate"), Number(table, "lastThrottleTime"));
        return Rows(table).Select(row => new Case(Raw(row, "time")).Near("rate", Number(row, "rate"), cubic.OnSuccess(Number(row, "time"))));
    }

    /// <summary>The table keeps the rate after the decrease as the one that was too much, so a curve begins anew with each throttle.</summary>
    private static IEnumerable<Case> Throttles(JsonElement table)
    {
        var cubic = new CubicRate(Number(table, "lastMaxRate"), Number(table, "lastThrottleTime"));
        var rate = 0.0;
        foreach (var row in Rows(table))
        {
            var time = Number(row, "time");
            if (row.GetProperty("throttled").GetBoolean())
            {
                rate = cubic.OnThrottled(rate, time);
                cubic = new CubicRate(rate, time);
            }
            else
            {
                rate = cubic.OnSuccess(time);
            }

            yield return new Case(Raw(row, "time")).Near("rate", Number(row, "rate"), rate);
        }
    }

    private static IEnumerable<Case> SendingRates(JsonElement table)
    {
        var clock = new FakeClock(DateTimeOffset.MinValue);
        var limiter = new RateLimiter(clock);
        foreach (var row in Rows(table))
        {
            clock.SetUtcNow(DateTimeOffset.MinValue.AddTicks((long)Math.Round(Number(row, "time") * TimeSpan.TicksPerSecond)));
            limiter.Update(row.GetProperty("throttled").GetBoolean());
            yield return new Case(Raw(row, "time"))
                .Near("measured rate", Number(row, "measuredRate"), limiter.MeasuredRate)
                .Near("fill rate", Number(row, "fillRate"), limiter.FillRate);
        }
    }

    private static Case Parameters(JsonElement row, int index)
    {
        var test = new Case(index.ToString(System.Globalization.CultureInfo.InvariantCulture));
        var beta = row.TryGetProperty("beta", out var given) ? given.GetDouble() : CubicRate.DefaultBeta;
        var scale = row.TryGetProperty("scaleConstant", out given) ? given.GetDouble() : CubicRate.DefaultScaleConstant;
        var cubic = new CubicRate(row.TryGetProperty("startingMaxRate", out given) ? given.GetDouble() : 0, lastThrottleTime: 0, beta, scale);
        if (row.TryGetProperty("afterThrottleAtRate", out var rate))
        {
            test.Near("new rate", Number(row, "newRate"), cubic.OnThrottled(rate.GetDouble(), Number(row, "time")));
        }

        return test
            .NearIfGiven("wMax", row, cubic.LastMaxRate)
            .NearIfGiven("k", row, cubic.TimeWindow)
            .NearIfGiven("successAtTime1", row, cubic.OnSuccess(1));
    }

    private static JsonElement.ArrayEnumerator Rows(JsonElement table) => table.GetProperty("rows").EnumerateArray();

    private static double Number(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private static string Raw(JsonElement row, string name) => row.GetProperty(name).GetRawText();

    /// <summary>Numbers that were computed with those that the table has.</summary>
    private sealed record Case(string Id) : ICase
    {
        private readonly List<(string Place, double Expected, double Actual)> _numbers = [];

        public Case Near(string place, double expected, double actual)
        {
            _numbers.Add((place, expected, actual));
            return this;
        }

        public void Check(Differences differences)
        {
            foreach (var (place, expected, actual) in _numbers.Where(static number => Math.Abs(number.Expected - number.Actual) > Tolerance))
            {
                differences.Expect(place, expected, actual);
            }
        }

        public Case NearIfGiven(string name, JsonElement row, double actual) =>
            row.TryGetProperty(name, out var expected) ? Near(name, expected.GetDouble(), actual) : this;
    }
}
