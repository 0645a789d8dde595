using System;
using System.Collections.Generic;
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

/// <summary>What a client sends for a recorded input, and how it signs that.</summary>
public sealed class OracleRequests(ConformanceRun run) : Suite(run)
{
    private const string File = "requests.jsonl";

    /// <summary>Headers that carry the call rather than its input; recordings leave them out.</summary>
    private static readonly HashSet<string> OfTheCall = new(StringComparer.Ordinal)
    {
        "host", "content-length", "user-agent", "amz-sdk-request", "amz-sdk-invocation-id",
        "authorization", "x-amz-date", "x-amz-security-token", "x-amz-content-sha256",
    };

    [RecordedCalls(File)]
    public Task InputsAreSentAsRecorded(string recording) =>
        RunAsync($"oracle/{recording}/requests", Recordings.Lines(recording, File), Recordings.FindClient(recording, File), CheckAsync);

    private static async Task CheckAsync(GeneratedClient client, OperationPlan operation, OracleLine line, Differences differences)
    {
        var input = line.Json.GetProperty("params");
        var request = client.CreateRequest(operation, input, ValueNotation.Oracle);
        var signed = line.Json.GetProperty("signed");
        var facts = signed.ValueKind == JsonValueKind.Null ? null : SigningFacts.From(signed);
        var endpoint = Endpoint(client.Plan, line, signed);
        if (HasDotLabel(operation, input))
        {
            // Nothing is sent.
            await Assert.ThrowsAsync<ArgumentException>(() => Connection.CaptureAsync(client, operation, request, facts, endpoint));
            return;
        }

        var sent = await Connection.CaptureAsync(client, operation, request, facts, endpoint, options => Configure(client.Plan, options, line.Json));
        var comparer = new RequestComparer(client.Plan, operation, differences) { IgnoresBlanksOfLists = true, Format = line.Format };
        Compare(comparer, operation, line.Json, sent, differences);
        if (facts is not null)
        {
            differences.Expect("host", signed.GetProperty("host").GetString(), sent.Host);
            comparer.Signature(sent, facts);
        }
        else
        {
            var token = operation.Auth == AuthPlan.Bearer ? "Bearer " + Connection.BearerToken : null;
            differences.Expect("header.authorization", token, sent.Header("authorization"));
        }
    }

    private static void Compare(RequestComparer comparer, OperationPlan operation, JsonElement line, CapturedRequest sent, Differences differences)
    {
        var request = line.GetProperty("request");
        var millis = line.TryGetProperty("requestMillis", out var finer) ? finer : request;
        JsonElement Field(string name) => millis.TryGetProperty(name, out var value) ? value : request.GetProperty(name);

        differences.Expect("method", request.GetProperty("method").GetString(), sent.Method);
        comparer.Path(Field("path").GetString()!, sent.Path);
        comparer.Query(OracleLine.Query(Field("query")), sent.Query);
        comparer.Body(CannedResponse.BodyOf(millis.TryGetProperty("body", out _) || millis.TryGetProperty("bodyBase64", out _) ? millis : request), sent.Body);
        comparer.Length(sent);
        var headers = ExpectedHeaders(operation, Field("headers"), sent.Body.Length > 0);
        BodyDigests.Replace(headers, sent);
        foreach (var (name, value) in headers)
        {
            comparer.Header(name, value, sent.Header(name));
        }

        var others = sent.Headers.Where(h => !headers.ContainsKey(h.Key) && !OfTheCall.Contains(h.Key));
        foreach (var (name, value) in others.Where(h => !IsFree(operation, h.Key)))
        {
            differences.Add("header." + name, "expected nothing, got \"" + value + "\"");
        }
    }

    /// <summary>Sets the options of a recording that differ from the usual ones.</summary>
    private static void Configure(ClientPlan plan, AwsClientOptions options, JsonElement line)
    {
        options.RequestChecksumCalculation = RequestChecksumCalculation.WhenRequired;
        options.ResponseChecksumValidation = ResponseChecksumValidation.WhenRequired;
        if (line.TryGetProperty("clientConfig", out var settings) && settings.TryGetProperty("requestChecksumCalculation", out var calculation))
        {
            options.RequestChecksumCalculation = calculation.ValueEquals("when_supported") ? RequestChecksumCalculation.WhenSupported : RequestChecksumCalculation.WhenRequired;
        }

        if (line.TryGetProperty("clientConfig", out var config) && config.TryGetProperty("pathStyle", out var pathStyle))
        {
            foreach (var parameter in plan.ParametersOf("AWS::S3::ForcePathStyle"))
            {
                options.GetType().GetProperty(plan.Setting(parameter)!.Name)!.SetValue(options, pathStyle.GetBoolean());
            }
        }
    }

    /// <summary>The recorded headers, but for the type of a raw payload that is absent: it says nothing.</summary>
    internal static Dictionary<string, string> ExpectedHeaders(OperationPlan operation, JsonElement recorded, bool hasBody)
    {
        var headers = recorded.EnumerateObject().ToDictionary(static h => h.Name, static h => h.Value.GetString()!, StringComparer.OrdinalIgnoreCase);
        if (!hasBody && IsRawPayload(operation))
        {
            headers.Remove("content-type");
        }

        return headers;
    }

    /// <summary>
    /// Whether recordings say nothing about a header: they have no type for XML and for a payload that is not JSON, and no checksum.
    /// </summary>
    private static bool IsFree(OperationPlan operation, string header) =>
        (header == "content-type" && (IsRawPayload(operation) || operation.Root is not null)) || (header == "content-md5" && operation.IsChecksumRequired);

    private static bool IsRawPayload(OperationPlan operation) => operation.Request.Properties.Any(static p =>
        p is { Binding: PropertyBinding.Payload, Type: ScalarType { Kind: not ScalarKind.Document } or EnumType });

    /// <summary>Whether a label of the path is a dot segment, which no server would see as it was meant.</summary>
    internal static bool HasDotLabel(OperationPlan operation, JsonElement input) => operation.Path
        .Where(static part => part is { Property: not null, IsObjectKey: false })
        .Any(part => input.TryGetProperty(part.Property!.Member, out var value) && value.ValueKind == JsonValueKind.String
            && Segments(part, value.GetString()!).Any(static segment => segment is "." or ".."));

    private static string[] Segments(PathPartPlan label, string value) => label.IsGreedy ? value.Split('/') : [value];

    /// <summary>Where to call when the client has no endpoint rules: the host that was signed, without what the operation puts before it.</summary>
    private static string? Endpoint(ClientPlan plan, OracleLine line, JsonElement signed)
    {
        if (plan.HasEndpointRules || signed.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        var host = signed.GetProperty("host").GetString()!;
        var prefix = plan.HostPrefix(line.Operation) ?? "";
        foreach (var member in line.Json.GetProperty("params").EnumerateObject().Where(static m => m.Value.ValueKind == JsonValueKind.String))
        {
            prefix = prefix.Replace("{" + member.Name + "}", member.Value.GetString(), StringComparison.Ordinal);
        }

        return "https://" + (host.StartsWith(prefix, StringComparison.Ordinal) ? host[prefix.Length..] : host);
    }
}
