using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
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

/// <summary>What a client sends and makes of responses in the protocol's tests of event streams.</summary>
public sealed class EventStreamProtocol(ConformanceRun run) : Suite(run)
{
    private const string File = "conformance/eventstream/rest-json.json";
    private const string OnlyServers = "server";

    private static readonly SigningFacts Facts = new("20260102T030405Z", "AKIDEXAMPLE", "secret", null, "us-east-1", "eventsuite");

    [Vectors(File)]
    public Task EventsTravelAsTheProtocolSays()
    {
        var suite = SuitesFolder.Load(File);
        var files = new ServiceFiles("eventsuite", [WriteModel(suite)]);
        return RunAsync("eventstream/rest-json", suite.GetProperty("cases").EnumerateArray().Select(static test => new EventCase(test)), files, CheckAsync);
    }

    private static async Task CheckAsync(GeneratedClient client, OperationPlan operation, EventCase eventCase, Differences differences)
    {
        var test = eventCase.Json;
        if (test.TryGetProperty("appliesTo", out var side) && side.ValueEquals(OnlyServers))
        {
            differences.Skip("the test is for servers");
            return;
        }

        var events = test.TryGetProperty("events", out var all) ? all.EnumerateArray().ToList() : [];
        var sent = events.Where(static e => e.GetProperty("type").ValueEquals("request")).ToList();
        var received = events.Where(static e => e.GetProperty("type").ValueEquals("response")).ToList();
        using var service = new ScriptedService(Answer(test, received));
        using var connection = new Connection(client, service, Facts);
        var request = Request(client, operation, test, sent);
        var error = await Record.ExceptionAsync(async () => await CallAsync(client, operation, connection, request, test, received, differences));
        if (test.TryGetProperty("expectation", out var expectation) && expectation.TryGetProperty("failure", out var failure))
        {
            CompareError(client.Plan, Assert.IsType<AwsException>(error, exactMatch: false), failure, received, differences);
        }
        else
        {
            Assert.Null(error);
            CompareRequest(client.Plan, operation, Assert.Single(service.Requests), test, sent, differences);
        }
    }

    private static async Task CallAsync(
        GeneratedClient client, OperationPlan operation, Connection connection, object request, JsonElement test, List<JsonElement> received, Differences differences)
    {
        var response = await connection.CallAsync(operation, request);
        if (test.TryGetProperty("initialResponseParams", out var members))
        {
            var properties = operation.Response.Properties.Where(static p => p.Type is not EventStreamType);
            var streams = operation.Response.Properties.Where(static p => p.Type is EventStreamType).Select(static p => p.Member);
            new ValueComparer(client.Plan, ValueNotation.Protocol, differences).Structure(properties, members, response, "response", [.. streams]);
        }

        if (operation.Response.Properties.FirstOrDefault(static p => p.Type is EventStreamType) is not { Type: EventStreamType type } property)
        {
            return;
        }

        var events = (IAsyncEnumerable<object>)response.GetType().GetProperty(property.Name)!.GetValue(response)!;
        var index = 0;
        await foreach (var item in events)
        {
            if (index < received.Count && received[index].TryGetProperty("params", out var expected))
            {
                CompareEvent(client.Plan, client.Plan.EventStream(type), expected, item, differences);
            }

            index++;
        }

        differences.Expect("events", received.Count, index);
    }

    private static void CompareEvent(ClientPlan plan, UnionUnit union, JsonElement expected, object actual, Differences differences)
    {
        var member = expected.EnumerateObject().Single();
        var variant = union.Variants.Single(v => v.Member == member.Name);
        differences.Expect("event", variant.Name, actual.GetType().Name);
        if (actual.GetType().Name == variant.Name)
        {
            new ValueComparer(plan, ValueNotation.Protocol, differences)
                .Value(variant.Type, member.Value, actual.GetType().GetProperty("Value")!.GetValue(actual), member.Name);
        }
    }

    private static void CompareError(ClientPlan plan, AwsException error, JsonElement failure, List<JsonElement> received, Differences differences)
    {
        if (failure.TryGetProperty("errorId", out var id))
        {
            differences.Expect("exception", plan.Error(id.GetString()!)?.Name, error.GetType().Name);
        }

        if (error is AwsServiceException fault && received.Count > 0)
        {
            var headers = EventMessages.Plain(received[^1].GetProperty("bytes").GetBytesFromBase64()).Headers;
            differences.Expect("code", headers.GetValueOrDefault(":error-code") ?? headers.GetValueOrDefault(":exception-type"), "string:" + fault.ErrorCode);
            differences.Expect("status", 200, (int)fault.StatusCode);
        }
    }

    private static void CompareRequest(
        ClientPlan plan, OperationPlan operation, CapturedRequest request, JsonElement test, List<JsonElement> events, Differences differences)
    {
        var comparer = new RequestComparer(plan, operation, differences);
        if (test.TryGetProperty("initialRequest", out var initial))
        {
            differences.Expect("method", initial.GetProperty("method").GetString(), request.Method);
            comparer.Path(initial.GetProperty("uri").GetString()!, request.Path);
            foreach (var header in initial.GetProperty("headers").EnumerateObject())
            {
                comparer.Header(header.Name, header.Value.GetString()!, request.Header(header.Name));
            }
        }

        if (!operation.SendsEvents)
        {
            return;
        }

        differences.Expect("header.content-type", "application/vnd.amazon.eventstream", request.Header("content-type"));
        differences.Expect("header.x-amz-content-sha256", "STREAMING-AWS4-HMAC-SHA256-EVENTS", request.Header("x-amz-content-sha256"));
        comparer.Signature(request, Facts);
        CompareEvents(request, events, differences);
    }

    private static void CompareEvents(CapturedRequest request, List<JsonElement> events, Differences differences)
    {
        var messages = EventMessages.ReadAsync(new MemoryStream(request.Body)).Result;
        differences.Expect("messages", events.Count + 1, messages.Count);
        differences.Expect("end", 0, messages[^1].Payload.Length);
        var signature = request.Header("authorization")![^(2 * SHA256.HashSizeInBytes)..];
        foreach (var message in messages)
        {
            signature = Sign(message, signature);
            differences.Expect("signature", "blob:" + Convert.ToBase64String(Convert.FromHexString(signature)), message.Headers[":chunk-signature"]);
        }

        foreach (var (expected, message) in events.Zip(messages))
        {
            var actual = EventMessages.Plain(message.Payload);
            var body = expected.TryGetProperty("body", out var text) ? Encoding.UTF8.GetBytes(text.GetString()!) : [];
            differences.Expect("headers", Headers(expected.GetProperty("headers")), Headers(actual));
            Compare("payload", expected, body, actual.Payload, differences);
            var bytes = EventMessages.Plain(expected.GetProperty("bytes").GetBytesFromBase64());
            differences.Expect("bytes.headers", Headers(bytes), Headers(actual));
            Compare("bytes.payload", expected, bytes.Payload, actual.Payload, differences);
        }
    }

    private static void Compare(string place, JsonElement test, byte[] expected, byte[] actual, Differences differences)
    {
        var isSame = test.TryGetProperty("bodyMediaType", out var type) && type.ValueEquals("application/json")
            ? JsonElement.DeepEquals(JsonSerializer.Deserialize<JsonElement>(expected), JsonSerializer.Deserialize<JsonElement>(actual))
            : expected.AsSpan().SequenceEqual(actual);
        if (!isSame)
        {
            differences.Add(place, $"expected {Encoding.UTF8.GetString(expected)}, got {Encoding.UTF8.GetString(actual)}");
        }
    }

    /// <summary>The signature of an event by its definition.</summary>
    private static string Sign(PlainMessage message, string before)
    {
        var instant = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(message.Headers[":date"]["timestamp:".Length..], CultureInfo.InvariantCulture));
        var date = instant.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var scope = $"{date[..8]}/{Facts.Region}/{Facts.Service}/aws4_request";
        byte[] dateHeader = [5, .. ":date"u8, 8, .. BitConverter.GetBytes(instant.ToUnixTimeMilliseconds()).Reverse()];
        var toSign = string.Join('\n', "AWS4-HMAC-SHA256-PAYLOAD", date, scope, before, Hash(dateHeader), Hash(message.Payload));
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + Facts.SecretKey), static (key, part) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(part)));
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static string Headers(PlainMessage message) => Headers(message.Headers.Select(static h => h.Key + "=" + h.Value));

    private static string Headers(JsonElement headers) => Headers(headers.EnumerateObject().Select(static h =>
    {
        var value = h.Value.EnumerateObject().Single();
        return h.Name + "=" + value.Name + ":" + value switch
        {
            { Name: "timestamp" } => value.Value.GetDateTimeOffset().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
            { Value.ValueKind: JsonValueKind.String } => value.Value.GetString(),
            _ => value.Value.GetRawText(),
        };
    }));

    private static string Headers(IEnumerable<string> headers) => string.Join(' ', headers.Order(StringComparer.Ordinal));

    private static object Request(GeneratedClient client, OperationPlan operation, JsonElement test, List<JsonElement> events)
    {
        var builder = new ValueBuilder(client.Plan, ValueNotation.Protocol);
        var type = client.Type(operation.Request.Name);
        var request = test.TryGetProperty("initialRequestParams", out var members)
            ? builder.Structure(operation.Request.Properties, type, members)
            : new MinimalInput(client).Of(operation);
        if (operation.Request.Properties.FirstOrDefault(static p => p.Type is EventStreamType) is { Type: EventStreamType stream } property)
        {
            var union = client.Type(stream.Union);
            var items = events.Select(e => Event(client.Plan.EventStream(stream), union, builder, e.GetProperty("params").EnumerateObject().Single()));
            var give = typeof(EventStreamProtocol).GetMethod(nameof(GiveAsync), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(union);
            type.GetProperty(property.Name)!.SetValue(request, give.Invoke(null, [items.ToList()]));
        }

        return request;
    }

    private static object Event(UnionUnit plan, Type union, ValueBuilder builder, JsonProperty member)
    {
        var variant = plan.Variants.Single(v => v.Member == member.Name);
        var record = union.GetNestedType(variant.Name)!;
        var type = record.GetProperty("Value")!.PropertyType;
        var value = variant.Type is ExceptionType
            ? Activator.CreateInstance(type, member.Value.GetProperty("message").GetString())
            : builder.Build(variant.Type, type, member.Value);
        return Activator.CreateInstance(record, value)!;
    }

    private static async IAsyncEnumerable<T> GiveAsync<T>(IEnumerable items)
    {
        foreach (var item in items)
        {
            await Task.Yield();
            yield return (T)item;
        }
    }

    private static CannedResponse Answer(JsonElement test, List<JsonElement> events)
    {
        byte[] body = [.. events.SelectMany(static e => e.GetProperty("bytes").GetBytesFromBase64())];
        if (!test.TryGetProperty("initialResponse", out var initial))
        {
            return new CannedResponse(200, [], body);
        }

        var headers = initial.GetProperty("headers").EnumerateObject().Select(static h => KeyValuePair.Create(h.Name, h.Value.GetString()!)).ToList();
        return new CannedResponse(initial.GetProperty("code").GetInt32(), headers, body.Length > 0 ? body : CannedResponse.BodyOf(initial));
    }

    /// <summary>Makes a model file of the suite's shapes and operations. The suite gives the service no name.</summary>
    private static string WriteModel(JsonElement suite)
    {
        var metadata = suite.GetProperty("metadata").EnumerateObject().ToDictionary(static p => p.Name, static p => (object)p.Value);
        metadata["serviceId"] = "Event Suite";
        metadata["endpointPrefix"] = metadata["signingName"] = Facts.Service;
        metadata["signatureVersion"] = "v4";
        var model = new { version = "2.0", metadata, operations = suite.GetProperty("operations"), shapes = suite.GetProperty("shapes") };
        var path = Path.Combine(AppContext.BaseDirectory, "eventstream.service-2.json");
        System.IO.File.WriteAllText(path, JsonSerializer.Serialize(model));
        return path;
    }

    private sealed record EventCase(JsonElement Json) : IOperationCase
    {
        public string Id => Json.GetProperty("id").GetString()!;

        public string Operation => Json.GetProperty("operation").GetString()!;
    }
}
