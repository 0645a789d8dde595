using System;
using System.Linq;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The headers that tell a service which call and which attempt a request belongs to.</summary>
public sealed class RetryRequestHeader(ConformanceRun run) : Suite(run)
{
    private const string File = RetryStandard.File;

    [Vectors(File)]
    public Task AttemptsAreCounted()
    {
        var suite = SuitesFolder.Load(File);
        var header = suite.GetProperty("requestHeader");
        var name = header.GetProperty("name").GetString()!;
        return RunAsync(
            "retry/request-header",
            header.GetProperty("cases").EnumerateArray()
                .Select(static (test, index) => new JsonCase(FormattableString.Invariant($"{test.GetProperty("profile").GetString()}-{index}"), test)),
            (test, differences) => CheckAsync(suite, name, test.Json, differences));
    }

    private static async Task CheckAsync(JsonElement suite, string header, JsonElement test, Differences differences)
    {
        using var service = new RetriedService(suite, test.TryGetProperty("service", out var name) ? name.GetString() : null, settings => settings with
        {
            RetryMode = RetriedService.Mode(test.GetProperty("profile").GetString()!),
            MaxAttempts = test.GetProperty("maxAttempts").GetInt32(),
            AttemptTimeout = test.TryGetProperty("readTimeoutSeconds", out var seconds) ? TimeSpan.FromSeconds(seconds.GetDouble()) : Timeout.InfiniteTimeSpan,
        });
        foreach (var arrival in test.TryGetProperty("retrySentAt", out var times) ? times.EnumerateArray() : default)
        {
            service.Clock.WaitEnds.Enqueue(arrival.GetDateTimeOffset());
        }

        await service.CallAsync(test.GetProperty("responses").EnumerateArray());

        var expected = test.GetProperty("values").EnumerateArray().Select(static value => value.GetString()!);
        differences.Expect(header, string.Join(" | ", expected), string.Join(" | ", service.Requests.Select(request => request.Header(header))));
        var ids = service.Requests.Select(static request => request.Header("amz-sdk-invocation-id")).Distinct().ToList();
        differences.Expect("one invocation id", expected: true, ids is [{ Length: > 0 }]);
        await service.CallAsync(test.GetProperty("responses").EnumerateArray());
        differences.Expect("another one for the next call", expected: false, ids.Contains(service.Requests[0].Header("amz-sdk-invocation-id")));
    }
}
