using System;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a client throws for a recorded error, and whether it tries again.</summary>
public sealed class OracleErrors(ConformanceRun run) : Suite(run)
{
    private const string File = "errors.jsonl";
    private const int Attempts = 2;

    [RecordedCalls(File)]
    public Task ErrorsAreRaisedAndRetriedAsRecorded(string recording) =>
        RunAsync($"oracle/{recording}/errors", Recordings.Lines(recording, File), Recordings.FindClient(recording, File), CheckAsync);

    internal static async Task CheckAsync(GeneratedClient client, OperationPlan operation, OracleLine line, Differences differences)
    {
        var answer = CannedResponse.From(line.Json.GetProperty("response"));
        using var service = new ScriptedService(answer);
        using var connection = new Connection(client, service, endpoint: Connection.AnyEndpoint, adjust: static options => options.MaxAttempts = Attempts);
        var error = await Assert.ThrowsAnyAsync<AwsServiceException>(() => connection.CallAsync(operation, new MinimalInput(client).Of(operation)));

        Compare(client, line, answer, error, differences);
        var attempts = line.Json.GetProperty("standardRetry").GetBoolean() ? Attempts : 1;
        differences.Expect("requests sent", attempts, service.Requests.Count);
        differences.Expect("attempts", attempts, error.Attempts);
    }

    private static void Compare(GeneratedClient client, OracleLine line, CannedResponse answer, AwsServiceException error, Differences differences)
    {
        var expected = line.Json.GetProperty("expected");
        differences.Expect("code", expected.GetProperty("code").GetString(), error.ErrorCode);
        differences.Expect("status", expected.GetProperty("httpStatus").GetInt32(), (int)error.StatusCode);
        differences.Expect("service", client.Plan.Context.ServiceId, error.Service);
        differences.Expect("operation", line.Operation, error.Operation);

        // An absent message and an empty one are the same to the service; recordings have "" for both.
        differences.Expect("message", expected.GetProperty("message").GetString() ?? "", error.ServiceMessage ?? "");

        // Recordings lack the id with some responses that have the header; the client gives it whenever it is there.
        differences.Expect("request id", expected.GetProperty("requestId").GetString() is { Length: > 0 } id ? id : answer.Header("x-amzn-requestid") ?? answer.Header("x-amz-request-id"), error.RequestId);
        CompareException(client, expected, error, differences);
    }

    private static void CompareException(GeneratedClient client, JsonElement expected, AwsServiceException error, Differences differences)
    {
        var members = expected.GetProperty("members");
        if (expected.GetProperty("exception").GetString() is not { } shape)
        {
            differences.Expect("exception", client.Plan.Context.Names.BaseException, error.GetType().Name);
            differences.Expect("members", 0, members.EnumerateObject().Count());
            return;
        }

        var plan = client.Plan.Error(shape);
        if (plan is null || plan.Name != error.GetType().Name)
        {
            differences.Expect("exception", plan?.Name ?? shape, error.GetType().Name);
            return;
        }

        // The message is a member of the exception's base class.
        string[] messages = ["message", "Message"];
        new ValueComparer(client.Plan, ValueNotation.Oracle, differences).Structure(plan.Properties, members, error, "members", messages);
        foreach (var message in members.EnumerateObject().Where(m => messages.Contains(m.Name)))
        {
            differences.Expect("members." + message.Name, message.Value.GetString() ?? "", error.ServiceMessage ?? "");
        }
    }
}
