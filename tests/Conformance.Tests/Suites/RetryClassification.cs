using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Which responses are tried again, and which of the client's reasons apply to them.</summary>
public sealed class RetryClassification(ConformanceRun run) : Suite(run)
{
    private const string File = RetryStandard.File;
    private const int Attempts = 2;

    [Vectors(File)]
    public Task FailuresAreClassified()
    {
        var suite = SuitesFolder.Load(File);
        return RunAsync(
            "retry/classification",
            suite.GetProperty("classification").EnumerateArray().Select(static (test, index) => new JsonCase(Id(test, index), test)),
            (test, differences) => CheckAsync(suite, test.Json, differences));
    }

    private static string Id(JsonElement test, int index)
    {
        var what = test.TryGetProperty("exception", out var exception) ? exception.GetString() : test.GetProperty("status").GetRawText();
        var code = test.TryGetProperty("errorCode", out var given) ? " " + given.GetString() : "";
        return FormattableString.Invariant($"{index}: {test.GetProperty("kind").GetString()} {what}{code}");
    }

    private static async Task CheckAsync(JsonElement suite, JsonElement test, Differences differences)
    {
        using var service = new RetriedService(suite, service: null, static settings => settings with { MaxAttempts = Attempts });
        var end = await service.CallAsync([test]);

        differences.Expect("requests sent", test.GetProperty("retried").GetBoolean() ? Attempts : 1, service.Requests.Count);
        differences.Expect("matches", test.GetProperty("matchesKind").GetBoolean(), Matches(test.GetProperty("kind").GetString()!, end));
    }

    private static bool Matches(string kind, AwsException? end) => (kind, end) switch
    {
        ("transient", AwsServiceException error) => error.IsTransient,
        ("transient", AwsTransportException) => true,
        ("throttling", AwsServiceException error) => error.IsThrottling,
        ("modeled", AwsServiceException error) => error.ModeledRetry != ModeledRetry.None,
        ("transient" or "throttling" or "modeled", _) => false,
        _ => throw new NotSupportedException("kind " + kind),
    };
}
