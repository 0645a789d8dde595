using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Calls of a client in the standard modes, attempt for attempt: what follows each, after how long, and what is left of the quota.</summary>
public sealed class RetryStandard(ConformanceRun run) : Suite(run)
{
    public const string File = "conformance/retry/standard.json";

    private const double Tolerance = 1e-6;

    [Vectors(File)]
    public Task CallsAreRetriedStepByStep()
    {
        var suite = SuitesFolder.Load(File);
        return RunAsync<NamedCheck>(
            "retry/standard",
            [
                .. Cases(suite, "cases").Select(test => new NamedCheck(test.Id, differences => CheckCallsAsync(suite, test.Json, differences))),
                .. Cases(suite, "exponentialBackoff").Select(static test => new NamedCheck(test.Id, differences => CheckBackoff(test.Json, differences))),
            ],
            static (check, differences) => check.Check(differences));
    }

    private static IEnumerable<JsonCase> Cases(JsonElement suite, string section) => suite.TryGetProperty(section, out var cases)
        ? cases.EnumerateArray().Select((test, index) => new JsonCase(Id(test) ?? FormattableString.Invariant($"{section}-{index}"), test))
        : [];

    private static string? Id(JsonElement test) =>
        test.TryGetProperty("name", out var name) ? test.GetProperty("profile").GetString() + "/" + name.GetString() : null;

    private static async Task CheckCallsAsync(JsonElement suite, JsonElement test, Differences differences)
    {
        var config = test.GetProperty("config");
        var jitter = test.GetProperty("jitter").GetDouble();
        using var service = new RetriedService(suite, config.TryGetProperty("service", out var name) ? name.GetString() : null, settings => settings with
        {
            RetryMode = RetriedService.Mode(test.GetProperty("profile").GetString()!),
            MaxAttempts = config.GetProperty("maxAttempts").GetInt32(),
            RetryQuota = test.GetProperty("initialQuota").GetInt32(),
            Jitter = () => jitter,
        });
        var number = 0;
        foreach (var call in test.GetProperty("calls").EnumerateArray())
        {
            number++;
            await CheckCallAsync(service, [.. call.EnumerateArray()], FormattableString.Invariant($"call {number}"), differences);
        }
    }

    private static async Task CheckCallAsync(RetriedService service, IReadOnlyList<JsonElement> steps, string place, Differences differences)
    {
        var quotas = new List<int>();
        var waitsBefore = service.Clock.Waits.Count;
        service.Received = () => quotas.Add(service.Pipeline.RetryQuota);
        var end = await service.CallAsync(steps.Select(static step => step.GetProperty("response")));

        // When a request comes, the quota is what the step before it has left; the last step leaves what is there in the end.
        quotas.Add(service.Pipeline.RetryQuota);
        var waits = service.Clock.Waits.Skip(waitsBefore).ToList();
        var expected = steps.Select(static step => step.GetProperty("expect")).ToList();
        differences.Expect(place + ".attempts", expected.Count, service.Requests.Count);
        differences.Expect(place + ".quota", Text(expected.Select(static step => step.GetProperty("quota").GetInt32())), Text(quotas.Skip(1)));
        differences.Expect(place + ".success", expected[^1].GetProperty("outcome").ValueEquals("success"), end is null);
        // Nobody waits for no time.
        var delays = expected.Where(static step => step.TryGetProperty("delaySeconds", out var delay) && delay.GetDouble() > 0)
            .Select(static step => step.GetProperty("delaySeconds").GetDouble())
            .ToList();
        if (delays.Count != waits.Count || delays.Zip(waits).Any(static pair => Math.Abs(pair.First - pair.Second.TotalSeconds) > Tolerance))
        {
            differences.Add(place + ".delays", "expected " + Text(delays) + ", got " + Text(waits.Select(static wait => wait.TotalSeconds)));
        }
    }

    private static void CheckBackoff(JsonElement table, Differences differences)
    {
        var jitter = table.GetProperty("jitter").GetDouble();
        var profile = RetryProfile.Standard with
        {
            Base = Seconds(table.GetProperty("initialBackoffSeconds")),
            MaxBackoff = Seconds(table.GetProperty("maxBackoffSeconds")),
        };
        var retries = new RetryStrategy(profile, int.MaxValue, () => jitter);
        var attempt = table.TryGetProperty("attemptIndex", out var index) ? index.GetInt32() : 0;
        foreach (var expected in table.GetProperty("delays").EnumerateArray())
        {
            attempt++;
            var permit = retries.AcquireRetryToken(RetryReason.Transient, attempt, retryAfter: null, Timeout.InfiniteTimeSpan);
            differences.Expect(FormattableString.Invariant($"attempt {attempt}"), Seconds(expected), permit.Delay);
        }
    }

    private static TimeSpan Seconds(JsonElement value) => TimeSpan.FromSeconds(value.GetDouble());

    private static string Text<T>(IEnumerable<T> values)
        where T : IFormattable
        => string.Join(' ', values.Select(static value => value.ToString(null, CultureInfo.InvariantCulture)));
}
