using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>
/// Where recorded clients went, by their settings. What the service's rules say counts: the recorded client has checks of its own around them.
/// The compiled rules are asked, and a generated client is followed where there is one.
/// </summary>
public sealed class OracleEndpoints(ConformanceRun run) : Suite(run)
{
    private const string File = "endpoints.jsonl";

    [RecordedCalls(File)]
    public Task SettingsLeadToTheRecordedEndpoints(string recording) => RunAsync(
        $"oracle/{recording}/endpoints",
        Recordings.Lines(recording, File),
        (line, differences) => CheckAsync(recording, new Recorded(line.Json), differences));

    private static async Task CheckAsync(string recording, Recorded line, Differences differences)
    {
        if (Recordings.FindEndpointRules(recording, File) is not { } ruleSet)
        {
            differences.Skip("there are no endpoint rules of the service");
            return;
        }

        try
        {
            var endpoint = CompiledRules.Of(ruleSet).Ask(line.Region, line.Fips, line.DualStack, line.Endpoint, line.ParametersOfCall);
            differences.Expect("rules", line.ExpectedUrl ?? line.ExpectedError, endpoint.Url.OriginalString);
        }
        catch (InvalidDataException exception)
        {
            differences.Add("rules", exception.Message);
            return;
        }
        catch (EndpointException exception)
        {
            differences.Expect("error of the rules", line.ExpectedError, exception.Message);
        }

        if (line.Region is not null && Recordings.FindClient(recording, File) is { } files && GeneratedClient.Of(files) is var client
            && client.Plan.Operation(line.Operation) is { EndpointContext.Count: 0 } operation)
        {
            await FollowAsync(client, operation, line, differences);
        }
    }

    private static async Task FollowAsync(GeneratedClient client, OperationPlan operation, Recorded line, Differences differences)
    {
        CapturedRequest sent;
        try
        {
            sent = await Connection.CaptureAsync(client, operation, new MinimalInput(client).Of(operation), adjust: options =>
            {
                options.Region = line.Region;
                options.UseFipsEndpoint = line.Fips;
                options.UseDualStackEndpoint = line.DualStack;
                options.Endpoint = line.Endpoint is null ? null : new Uri(line.Endpoint);
            });
        }
        catch (EndpointException exception)
        {
            differences.Expect("error of the call", line.ExpectedError, exception.Message);
            return;
        }

        if (line.ExpectedUrl is null || line.RecordedUrl is null || !line.RecordedUrl.StartsWith(line.ExpectedUrl, StringComparison.Ordinal))
        {
            var expected = line.ExpectedUrl?.TrimEnd('/') ?? line.ExpectedError!;
            differences.Expect("url", expected, sent.Url.StartsWith(expected, StringComparison.Ordinal) ? expected : sent.Url);
            return;
        }

        differences.Expect("url", line.RecordedUrl, sent.Url);
        if (sent.Header("Authorization") is { } authorization && authorization.StartsWith("AWS4", StringComparison.Ordinal))
        {
            var scope = CredentialScope.Of(authorization);
            differences.Expect("signing name", line.Text("signingName"), scope.Service);
            differences.Expect("signing region", line.Text("signingRegion"), scope.Region);
        }
    }

    /// <summary>One line of the recordings.</summary>
    private sealed record Recorded(JsonElement Json)
    {
        private static readonly Dictionary<string, string> ParameterNames = new(StringComparer.Ordinal)
        {
            ["pathStyle"] = "ForcePathStyle",
            ["accelerate"] = "Accelerate",
            ["useArnRegion"] = "UseArnRegion",
        };

        public string? Region => Text("region");

        public bool Fips => IsSet("fips");

        public bool DualStack => IsSet("dualStack");

        public string? Endpoint => Text("customEndpoint");

        public string Operation => Text("operation")!;

        public string? RecordedUrl => Text("url");

        /// <summary>What the rules say; what the recorded client did where nothing is known of the rules.</summary>
        public string? ExpectedUrl => Text("rulesetUrl") ?? (Text("rulesetError") is null ? RecordedUrl : null);

        public string? ExpectedError => ExpectedUrl is null ? Text("rulesetError") ?? Text("error") : null;

        /// <summary>Members of the probe's input and settings of the client, by the names that S3's rules have for them.</summary>
        public Dictionary<string, JsonElement> ParametersOfCall => Members("params").Concat(Members("clientConfig"))
            .ToDictionary(static member => ParameterNames.GetValueOrDefault(member.Name, member.Name), static member => member.Value, StringComparer.Ordinal);

        public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;

        private JsonElement.ObjectEnumerator Members(string name) =>
            Json.TryGetProperty(name, out var members) && members.ValueKind == JsonValueKind.Object ? members.EnumerateObject() : default;

        private bool IsSet(string name) => Json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;
    }
}
