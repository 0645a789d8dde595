using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Which tokens a client fills in, where they go, and that a token of the caller stays.</summary>
public sealed partial class OracleIdempotency(ConformanceRun run) : Suite(run)
{
    private const string File = "idempotency.jsonl";

    [RecordedCalls(File)]
    public Task TokensAreFilledInAsRecorded(string recording) =>
        RunAsync($"oracle/{recording}/idempotency", Recordings.Lines(recording, File), Recordings.FindClient(recording, File), CheckAsync);

    private static async Task CheckAsync(GeneratedClient client, OperationPlan operation, OracleLine line, Differences differences)
    {
        var member = line.Json.GetProperty("member").GetString();
        if (operation.Request.Properties.FirstOrDefault(p => p.Member == member) is not { } property)
        {
            differences.Add("request", $"there is no property for the member '{member}'");
            return;
        }

        var filled = await TokenOnWireAsync(client, operation, property, null, line);
        if (line.Json.GetProperty("autoFilled").GetBoolean() && line.Json.GetProperty("onWire").GetBoolean())
        {
            var another = await TokenOnWireAsync(client, operation, property, null, line);
            differences.Expect("left out: is a random GUID", true, filled is not null && RandomGuid().IsMatch(filled) && filled != another);
        }
        else
        {
            differences.Expect("left out", null, filled);
        }

        differences.Expect("given", "a token", await TokenOnWireAsync(client, operation, property, "a token", line));
        differences.Expect("given empty", "", await TokenOnWireAsync(client, operation, property, "", line));
    }

    private static async Task<string?> TokenOnWireAsync(
        GeneratedClient client, OperationPlan operation, PropertyPlan property, string? token, OracleLine line)
    {
        var input = new MinimalInput(client).Of(operation);
        input.GetType().GetProperty(property.Name)!.SetValue(input, token);
        var sent = await Connection.CaptureAsync(client, operation, input, endpoint: Connection.AnyEndpoint);
        var name = line.Json.GetProperty("wireName").GetString()!;
        return line.Json.GetProperty("location").GetString() switch
        {
            "header" => sent.Header(name),
            "querystring" => sent.Query.Where(p => p.Key == name).Select(static p => p.Value).SingleOrDefault(),
            _ => line.Format.Read(sent.Body)?.Member(name)?.Text,
        };
    }

    [GeneratedRegex("^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$")]
    private static partial Regex RandomGuid();
}
