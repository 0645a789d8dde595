using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The runtime's signer on recorded requests, to the byte: the signature must be the recorded one.</summary>
public sealed class OracleSignatures(ConformanceRun run) : Suite(run)
{
    private const string File = "requests.jsonl";

    [RecordedCalls(File)]
    public Task RecordedRequestsGetTheRecordedSignature(string recording) =>
        RunAsync($"oracle/{recording}/signatures", Recordings.Lines(recording, File), Recordings.FindClient(recording, File), Check);

    private static Task Check(GeneratedClient client, OperationPlan operation, OracleLine line, Differences differences)
    {
        Check(line, differences);
        return Task.CompletedTask;
    }

    private static void Check(OracleLine line, Differences differences)
    {
        var signed = line.Json.GetProperty("signed");
        if (signed.ValueKind == JsonValueKind.Null)
        {
            differences.Skip("the operation is not signed");
            return;
        }

        var facts = SigningFacts.From(signed);
        var request = line.Json.GetProperty("request");
        var headers = request.GetProperty("headers").EnumerateObject()
            .Select(static h => KeyValuePair.Create(h.Name.ToLower(CultureInfo.InvariantCulture), h.Value.GetString()!))
            .ToList();
        var signedNames = signed.GetProperty("signedHeaders").GetString()!.Split(';');
        Compare("authorization", headers.Where(header => signedNames.Contains(header.Key, StringComparer.Ordinal)));
        if (signed.TryGetProperty("authorizationAllHeaders", out _))
        {
            Compare("authorizationAllHeaders", headers);
        }

        void Compare(string field, IEnumerable<KeyValuePair<string, string>> toSign)
        {
            var recorded = Recorded(request, signed.GetProperty("host").GetString()!, facts, toSign);
            var expected = signed.GetProperty(field).GetString()!;
            differences.Expect("by definition." + field, expected, Signer.ByDefinition(recorded, facts, Signer.SignedHeadersOf(expected)));
            differences.Expect("by the runtime." + field, expected, Signer.ByRuntime(recorded, facts));
        }
    }

    private static CapturedRequest Recorded(
        JsonElement request, string host, SigningFacts facts, IEnumerable<KeyValuePair<string, string>> headers) => new(
        request.GetProperty("method").GetString()!,
        host,
        request.GetProperty("path").GetString()!,
        request.GetProperty("rawQuery").GetString()!)
        {
            Headers =
        [
            .. headers,
            KeyValuePair.Create("x-amz-date", facts.Date),
            .. facts.Token is { } token ? [KeyValuePair.Create("x-amz-security-token", token)] : Array.Empty<KeyValuePair<string, string>>(),
        ],
            Body = CannedResponse.BodyOf(request),
        };
}
