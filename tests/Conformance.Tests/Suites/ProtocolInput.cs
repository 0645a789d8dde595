using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a client sends in the tests of its protocol.</summary>
[Collection(ConformanceRun.Collection)]
public sealed class ProtocolInput(ConformanceRun run)
{
    private const string Direction = "input";
    private const string Token = "00000000-0000-4000-8000-000000000000";

    [ProtocolTheory(Direction)]
    [Protocols(Direction)]
    public Task RequestsAreWrittenAsTheProtocolSays(string protocol) => run.CheckProtocolAsync(Direction, protocol, CheckAsync);

    internal static async Task<CaseOutcome> CheckAsync(GeneratedClient client, OperationPlan operation, ProtocolCase test)
    {
        var input = test.Json.TryGetProperty("params", out var given) ? given : JsonSerializer.SerializeToElement(new { });
        var builder = new ValueBuilder(client.Plan, ValueNotation.Protocol);
        var request = builder.Structure(operation.Request.Properties, client.Type(operation.Request.Name), input);
        var endpoint = test.Suite.TryGetProperty("clientEndpoint", out var set) ? set.GetString() : null;
        using var service = new ScriptedService(CannedResponse.Empty);
        using var connection = new Connection(
            client, service, endpoint: endpoint, adjust: static options => options.IdempotencyTokenGenerator = static () => Token);
        try
        {
            await connection.CallAsync(operation, request);
        }
        catch (AwsException) when (service.Requests.Count > 0)
        {
            // What becomes of the answer is no matter of this suite.
        }

        var differences = new Differences();
        var sent = Assert.Single(service.Requests);
        var comparer = new RequestComparer(client.Plan, operation, differences) { IgnoresBlanksOfLists = test.IsLegacy };
        Compare(comparer, test.Json.GetProperty("serialized"), sent, differences);
        return CaseOutcome.From(differences);
    }

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
            comparer.Body(Encoding.UTF8.GetBytes(body), sent.Body);
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
