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
    private const string Metadata = "ResponseMetadata";

    [RecordedCalls(File)]
    public Task ResponsesAreReadAsRecorded(string service) =>
        RunAsync($"oracle/{service}/responses", Recordings.Lines(service, File), Recordings.Client(service, File), CheckAsync);

    private static async Task CheckAsync(GeneratedClient client, OperationPlan operation, OracleLine line, Differences differences)
    {
        using var service = new ScriptedService(CannedResponse.From(line.Json.GetProperty("response")));
        using var connection = new Connection(client, service);
        var response = await connection.CallAsync(operation, new MinimalInput(client).Of(operation));
        using var stream = response as IDisposable;

        var parsed = line.Json.GetProperty("parsed");
        new ValueComparer(client.Plan, ValueNotation.Oracle, differences)
            .Structure(operation.Response.Properties, parsed, response, operation.Response.Name, Metadata);
        var metadata = parsed.GetProperty(Metadata);
        differences.Expect("status", metadata.GetProperty("HTTPStatusCode").GetInt32(), (int)response.Metadata.StatusCode);
        differences.Expect("request id", metadata.TryGetProperty("RequestId", out var id) ? id.GetString() : null, response.Metadata.RequestId);
        differences.Expect("attempts", 1, response.Metadata.Attempts);
    }
}
