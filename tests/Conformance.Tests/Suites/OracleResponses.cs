using System;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a client makes of a recorded response.</summary>
public sealed class OracleResponses(ConformanceRun run) : Suite(run)
{
    private const string File = "responses.jsonl";
    private const string RequestId = "x-amzn-requestid";
    private const string Metadata = "ResponseMetadata";

    [RecordedCalls(File)]
    public Task ResponsesAreReadAsRecorded(string recording) =>
        RunAsync($"oracle/{recording}/responses", Recordings.Lines(recording, File), Recordings.FindClient(recording, File), CheckAsync);

    private static async Task CheckAsync(GeneratedClient client, OperationPlan operation, OracleLine line, Differences differences)
    {
        var answer = CannedResponse.From(line.Json.GetProperty("response"));
        using var service = new ScriptedService(answer);
        using var connection = new Connection(client, service, endpoint: Connection.AnyEndpoint);
        var response = await connection.CallAsync(operation, new MinimalInput(client).Of(operation));
        using var stream = response as IDisposable;

        var parsed = line.Json.GetProperty("parsed");
        new ValueComparer(client.Plan, ValueNotation.Oracle, differences)
            .Structure(operation.Response.Properties, parsed, response, operation.Response.Name, Metadata);
        var metadata = parsed.GetProperty(Metadata);
        differences.Expect("status", metadata.GetProperty("HTTPStatusCode").GetInt32(), (int)response.Metadata.StatusCode);

        // Recordings lack the id with operations without output in CBOR; the client gives it whenever the header is there.
        var id = metadata.TryGetProperty("RequestId", out var recorded) ? recorded.GetString() : null;
        differences.Expect("request id", id ?? answer.Header(RequestId), response.Metadata.RequestId);
        differences.Expect("attempts", 1, response.Metadata.Attempts);
    }
}
