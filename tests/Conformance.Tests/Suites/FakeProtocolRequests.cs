using System;
using System.Linq;
using System.Net.Http;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Core;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Testing.Core;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What a fake reads from the requests in the tests of its protocol.</summary>
public sealed class FakeProtocolRequests(ConformanceRun run) : Suite(run)
{
    private const string Direction = "input";

    [ProtocolTests(Direction)]
    public Task RequestsAreReadAsTheProtocolSays(string protocol)
    {
        var cases = SuitesFolder.ProtocolCases($"conformance/protocols/input/{protocol}.json");
        return RunAsync("fakes/requests/" + protocol, cases, SuitesFolder.Protocol(protocol, cases) is { } files ? files with { HasFake = true } : null, CheckAsync);
    }

    internal static async Task CheckAsync(GeneratedClient client, OperationPlan operation, ProtocolCase test, Differences differences)
    {
        var input = test.Json.TryGetProperty("params", out var given) ? given : JsonSerializer.SerializeToElement(new { });
        using var message = CreateMessage(await ProtocolInput.CaptureAsync(client, operation, test, input), test);
        if (await client.Fake.ReadAsync(FakeRequest.From(message)) is not var (name, request))
        {
            differences.Add("operation", "not found");
            return;
        }

        differences.Expect("operation", test.Operation, name);
        if (request.GetType().Name == operation.Request.Name)
        {
            new ValueComparer(client.Plan, ValueNotation.Protocol, differences)
                .Structure(operation.Request.Properties, AddTokens(input, operation), request, operation.Request.Name);
        }
    }

    /// <summary>Creates the message of a test. What the test does not say about it is as a client sends it.</summary>
    private static HttpRequestMessage CreateMessage(CapturedRequest sent, ProtocolCase test)
    {
        var expected = test.Json.GetProperty("serialized");
        var target = GetText(expected, "uri") ?? sent.Path + (sent.RawQuery.Length == 0 ? "" : "?" + sent.RawQuery);
        var message = new HttpRequestMessage(new HttpMethod(GetText(expected, "method") ?? sent.Method), VerbatimUri.Create("https://" + sent.Host + target))
        {
            Content = new ByteArrayContent(GetText(expected, "body") is { } body ? test.Format.ToBytes(body) : sent.Body),
        };
        var headers = expected.TryGetProperty("headers", out var all)
            ? all.EnumerateObject().ToDictionary(static header => header.Name, static header => header.Value.GetString()!, StringComparer.OrdinalIgnoreCase)
            : [];
        foreach (var (name, value) in sent.Headers)
        {
            headers.TryAdd(name, value);
        }

        foreach (var (name, value) in headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, value))
            {
                message.Content.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return message;
    }

    /// <summary>Adds the tokens that a client adds to the input.</summary>
    private static JsonElement AddTokens(JsonElement input, OperationPlan operation)
    {
        var members = JsonObject.Create(input)!;
        foreach (var property in operation.Request.Properties.Where(static property => property.IsIdempotencyToken))
        {
            members[property.Member] ??= ProtocolInput.Token;
        }

        return JsonSerializer.SerializeToElement(members);
    }

    private static string? GetText(JsonElement owner, string name) => owner.TryGetProperty(name, out var value) ? value.GetString() : null;
}
