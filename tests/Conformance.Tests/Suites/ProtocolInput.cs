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

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a client sends in the tests of its protocol.</summary>
public sealed class ProtocolInput(ConformanceRun run) : Suite(run)
{
    private const string Direction = "input";
    internal const string Token = "00000000-0000-4000-8000-000000000000";

    [ProtocolTests(Direction)]
    public Task RequestsAreWrittenAsTheProtocolSays(string protocol)
    {
        var cases = SuitesFolder.ProtocolCases($"conformance/protocols/input/{protocol}.json");
        return RunAsync("protocols/input/" + protocol, cases, SuitesFolder.Protocol(protocol, cases), CheckAsync);
    }

    internal static async Task CheckAsync(GeneratedClient client, OperationPlan operation, ProtocolCase test, Differences differences)
    {
        var input = test.Json.TryGetProperty("params", out var given) ? given : JsonSerializer.SerializeToElement(new { });
        var sent = await CaptureAsync(client, operation, test, input);
        var comparer = new RequestComparer(client.Plan, operation, differences) { IgnoresBlanksOfLists = test.IsLegacy, Format = test.Format };
        Compare(comparer, test.Json.GetProperty("serialized"), sent, differences);
    }

    internal static Task<CapturedRequest> CaptureAsync(GeneratedClient client, OperationPlan operation, ProtocolCase test, JsonElement input) => Connection.CaptureAsync(
        client,
        operation,
        client.CreateRequest(operation, input, ValueNotation.Protocol),
        endpoint: test.Suite.TryGetProperty("clientEndpoint", out var set) ? set.GetString() : null,
        adjust: static options => options.IdempotencyTokenGenerator = static () => Token);

    private static void Compare(RequestComparer comparer, JsonElement expected, CapturedRequest sent, Differences differences)
    {
        if (Text(expected, "method") is { } method)
        {
            differences.Expect("method", method, sent.Method);
        }

        if (Text(expected, "uri")?.Split('?', 2) is { } uri)
        {
            comparer.Path(uri[0], sent.Path);
            comparer.Query(new CapturedRequest("", "", "", uri.ElementAtOrDefault(1) ?? "").Query, sent.Query);
        }

        // Where the endpoint has a path, it stands in the host as well as in the URI.
        if (Text(expected, "host")?.Split('/')[0] is { } host)
        {
            differences.Expect("host", host, sent.Host);
        }

        if (Text(expected, "body") is { } body)
        {
            comparer.Body(comparer.Format.ToBytes(body), sent.Body);
        }

        CompareHeaders(comparer, expected, sent, differences);
    }

    private static void CompareHeaders(RequestComparer comparer, JsonElement expected, CapturedRequest sent, Differences differences)
    {
        if (expected.TryGetProperty("headers", out var headers))
        {
            foreach (var header in headers.EnumerateObject())
            {
                comparer.Header(header.Name, header.Value.GetString()!, sent.Header(header.Name));
            }
        }

        foreach (var name in Names(expected, "requireHeaders").Where(name => sent.Header(name) is null && !IsLength(name, sent)))
        {
            differences.Add("header." + name, "expected some value, got nothing");
        }

        foreach (var name in Names(expected, "forbidHeaders").Where(name => sent.Header(name) is not null))
        {
            differences.Add("header." + name, "expected nothing, got \"" + sent.Header(name) + "\"");
        }
    }

    private static bool IsLength(string name, CapturedRequest sent) =>
        name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && sent.ContentLength is not null;

    private static string? Text(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static IEnumerable<string> Names(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var value) ? value.EnumerateArray().Select(static n => n.GetString()!) : [];
}
