using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Text.Json;
using System.Threading;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Retries;

public class RetrySuiteTests
{
    private const string Suite = "conformance/retry/standard.json";

    [SuiteFact(Suite)]
    public void Follows_the_cases_of_the_standard_mode()
    {
        var cases = JsonElement.Parse(Suites.Text(Suite)).GetProperty("cases").EnumerateArray().Where(IsForPlainCalls).ToList();

        Assert.True(cases.Count > 50);
        Assert.All(cases, Follow);
    }

    [SuiteFact(Suite)]
    public void Tells_the_errors_apart_that_pass()
    {
        foreach (var row in JsonElement.Parse(Suites.Text(Suite)).GetProperty("classification").EnumerateArray())
        {
            if (row.TryGetProperty("exception", out _))
            {
                continue;
            }

            var error = ErrorOf(row);
            Assert.Equal(row.GetProperty("retried").GetBoolean(), ErrorClassifier.Cause(error) != RetryCause.None);
            Assert.Equal(row.GetProperty("matchesKind").GetBoolean(), row.GetProperty("kind").GetString() switch
            {
                "transient" => ErrorClassifier.IsTransient(error),
                "throttling" => ErrorClassifier.IsThrottling(error),
                _ => error.ModeledRetry != ModeledRetry.None,
            });
        }
    }

    // Long polling is a matter of single operations, and the service's own number of attempts one of options.
    private static bool IsForPlainCalls(JsonElement test)
        => !test.GetProperty("name").GetString()!.Contains("long-poll", StringComparison.Ordinal);

    private static void Follow(JsonElement test)
    {
        var config = test.GetProperty("config");
        var mode = test.GetProperty("profile").ValueEquals("standard-2.0") ? RetryMode.StandardUntil2026 : RetryMode.Standard;
        var service = config.TryGetProperty("service", out var given) && given.ValueEquals("dynamodb") ? "DynamoDB" : "Any";
        var jitter = test.GetProperty("jitter").GetDouble();
        var retries = new RetryStrategy(
            RetryProfile.Of(mode, service), config.GetProperty("maxAttempts").GetInt32(), () => jitter, test.GetProperty("initialQuota").GetInt32());
        foreach (var call in test.GetProperty("calls").EnumerateArray())
        {
            var lastCost = 0;
            var attempt = 0;
            foreach (var step in call.EnumerateArray())
            {
                attempt++;
                Step(test, retries, step, attempt, ref lastCost);
            }
        }
    }

    private static void Step(JsonElement test, RetryStrategy retries, JsonElement step, int attempt, ref int lastCost)
    {
        var (response, expected) = (step.GetProperty("response"), step.GetProperty("expect"));
        var what = $"{test.GetProperty("profile")} {test.GetProperty("name")}, attempt {attempt}";
        var outcome = expected.GetProperty("outcome").GetString();
        if (outcome == "success")
        {
            retries.Succeeded(lastCost);
        }
        else
        {
            var retryAfter = response.TryGetProperty("headers", out var headers) && headers.TryGetProperty("x-amz-retry-after", out var value)
                ? value.GetString()
                : null;
            var isRetry = retries.TryRetry(CauseOf(response), attempt, retryAfter, Timeout.InfiniteTimeSpan, out var delay, out lastCost);
            Assert.True(isRetry == (outcome == "retry"), what);
            if (isRetry)
            {
                Assert.True(Math.Abs(expected.GetProperty("delaySeconds").GetDouble() - delay.TotalSeconds) < 1e-6, $"{what}: {delay}");
            }
        }

        Assert.True(expected.GetProperty("quota").GetInt32() == retries.Quota, $"{what}: quota {retries.Quota}");
    }

    private static RetryCause CauseOf(JsonElement response)
        => response.TryGetProperty("exception", out var exception)
            ? exception.ValueEquals("connection-error") ? RetryCause.Transient : RetryCause.Timeout
            : ErrorClassifier.Cause(ErrorOf(response));

    private static AwsServiceException ErrorOf(JsonElement response)
    {
        var status = response.GetProperty("status").GetInt32();
        var code = response.TryGetProperty("errorCode", out var given) ? given.GetString()! : status.ToString(CultureInfo.InvariantCulture);
        AwsServiceException error = code switch
        {
            "ModeledThrottlingError" or "ErrorCodeRetryable" => new BusyException(null),
            "ModeledRetryableError" => new FlakyException(null),
            _ => new TestException(null),
        };
        error.SetOrigin("Any", "Op", (HttpStatusCode)status, code, requestId: null);
        return error;
    }
}
