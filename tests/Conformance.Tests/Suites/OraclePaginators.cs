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

/// <summary>Recorded walks through pages, once page by page and once item by item.</summary>
public sealed class OraclePaginators(ConformanceRun run) : Suite(run)
{
    private const string File = "paginators.jsonl";

    [RecordedCalls(File)]
    public Task PagesAreWalkedAsRecorded(string recording) =>
        RunAsync($"oracle/{recording}/paginators", Walks(recording), Recordings.FindClient(recording, File), CheckAsync);

    private static IEnumerable<Walk> Walks(string recording) => Recordings.Lines(recording, File)
        .SelectMany(static line => line.Json.GetProperty("walks").EnumerateArray().Select(walk => new Walk(line, walk)));

    private static async Task CheckAsync(GeneratedClient client, OperationPlan operation, Walk walk, Differences differences)
    {
        if (client.Plan.Paginator(walk.Operation) is not { } paginator)
        {
            SkipLeftOut(client.Plan, walk.Operation, differences);
            return;
        }

        // Some services count their items beside the list of them.
        var keys = walk.ResultKeys.Select(key => (Key: key, Path: new ResultPath(client.Plan, operation, key))).ToList();
        if (!keys[0].Path.IsList)
        {
            differences.Skip($"the result key '{keys[0].Key}' names no list");
            return;
        }

        await CheckPagesAsync(client, operation, walk, keys, differences);
        if (paginator.Items is not null)
        {
            await CheckItemsAsync(client, operation, walk, keys[0].Path, differences);
        }
        else
        {
            differences.Expect("result keys without a walk by item", true, keys.Count > 1);
        }

    }

    /// <summary>Walks page by page and leaves when there are as many items as the caller wants.</summary>
    private static async Task CheckPagesAsync(
        GeneratedClient client, OperationPlan operation, Walk walk, List<(string Key, ResultPath Path)> keys, Differences differences)
    {
        var lists = keys.Where(static k => k.Path.IsList).ToList();
        var found = lists.ToDictionary(static k => k.Key, static _ => new List<object?>(), StringComparer.Ordinal);
        await WalkAsync(client, operation, walk, differences, "by page", async (connection, request) =>
        {
            await foreach (var page in client.Pages(connection.Client, operation, request))
            {
                foreach (var (key, path) in lists)
                {
                    found[key].AddRange(path.Items(page));
                }

                if (found[keys[0].Key].Count >= walk.MaxItems)
                {
                    break;
                }
            }
        });
        foreach (var (key, path) in lists)
        {
            var expected = walk.Items(key);
            var items = key == keys[0].Key && walk.MaxItems is { } most ? found[key].Take(most).ToList() : found[key];
            new ValueComparer(client.Plan, ValueNotation.Oracle, differences).List(path.Type!, expected, items, "by page." + key);
        }
    }

    private static async Task CheckItemsAsync(GeneratedClient client, OperationPlan operation, Walk walk, ResultPath path, Differences differences)
    {
        var found = new List<object?>();
        await WalkAsync(client, operation, walk, differences, "by item", async (connection, request) =>
        {
            await foreach (var item in client.Items(connection.Client, operation, request))
            {
                found.Add(item);
                if (found.Count == walk.MaxItems)
                {
                    break;
                }
            }
        });
        new ValueComparer(client.Plan, ValueNotation.Oracle, differences).List(path.Type!, walk.Items(walk.ResultKeys[0]), found, "by item");
    }

    /// <summary>Runs a walk against the recorded pages and compares what was asked for and how it ended.</summary>
    private static async Task WalkAsync(
        GeneratedClient client, OperationPlan operation, Walk walk, Differences differences, string path, Func<Connection, object, Task> walkAsync)
    {
        var request = client.CreateRequest(operation, Input(operation, walk), ValueNotation.Oracle);
        using var service = new ScriptedService([.. walk.Pages.Select(static p => CannedResponse.From(p.GetProperty("response")))]);
        using var connection = new Connection(client, service);
        var failed = false;
        try
        {
            await walkAsync(connection, request);
        }
        catch (PaginationException)
        {
            failed = true;
        }

        differences.Expect(path + ".gives up", walk.IsError, failed);
        differences.Expect(path + ".requests", walk.Pages.Count, service.Requests.Count);
        foreach (var (index, (page, sent)) in walk.Pages.Zip(service.Requests).Index())
        {
            var here = new Differences();
            Compare(new RequestComparer(client.Plan, operation, here) { Format = walk.Line.Format }, page.GetProperty("request"), sent, here);
            foreach (var difference in here.All)
            {
                differences.Add(path + ".request " + (index + 1).ToString(CultureInfo.InvariantCulture), difference);
            }
        }
    }

    private static JsonElement Input(OperationPlan operation, Walk walk) =>
        walk.PageSize is { } size ? WithPageSize(operation, walk.Parameters, walk.LimitKey!, size) : walk.Parameters;

    /// <summary>The caller's input with the size of a page, which is text in the models of some services.</summary>
    internal static JsonElement WithPageSize(OperationPlan operation, JsonElement input, string limitKey, int size)
    {
        var members = input.EnumerateObject().ToDictionary(static m => m.Name, static m => m.Value, StringComparer.Ordinal);
        var isText = operation.Request.Properties.Any(p => p.Member == limitKey && p.Type is ScalarType { Kind: ScalarKind.String });
        members[limitKey] = isText
            ? JsonSerializer.SerializeToElement(size.ToString(CultureInfo.InvariantCulture))
            : JsonSerializer.SerializeToElement(size);
        return JsonSerializer.SerializeToElement(members);
    }

    private static void Compare(RequestComparer comparer, JsonElement request, CapturedRequest sent, Differences differences)
    {
        differences.Expect("method", request.GetProperty("method").GetString(), sent.Method);
        comparer.Path(request.GetProperty("path").GetString()!, sent.Path);
        comparer.Query(OracleLine.Query(request.GetProperty("query")), sent.Query);
        comparer.Body(CannedResponse.BodyOf(request), sent.Body);
    }

    /// <summary>One recorded walk.</summary>
    private sealed record Walk(OracleLine Line, JsonElement Json) : IOperationCase
    {
        public string Id => Line.Id + "/" + Json.GetProperty("walk").GetString();

        public string Operation => Line.Operation;

        public IReadOnlyList<string> ResultKeys => [.. Line.Json.GetProperty("resultKeys").EnumerateArray().Select(static k => k.GetString()!)];

        public IReadOnlyList<JsonElement> Pages => [.. Json.GetProperty("pages").EnumerateArray()];

        public int? MaxItems => Json.GetProperty("maxItems") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

        public bool IsError => Json.GetProperty("error").ValueKind != JsonValueKind.Null;

        public JsonElement Parameters => Json.GetProperty("params");

        public int? PageSize => Json.GetProperty("pageSize") is { ValueKind: JsonValueKind.Number } number ? number.GetInt32() : null;

        public string? LimitKey => Line.Json.GetProperty("limitKey").GetString();

        public JsonElement Items(string key) =>
            Json.GetProperty("items").TryGetProperty(key, out var items) && items.ValueKind == JsonValueKind.Array
                ? items
                : JsonSerializer.SerializeToElement(Array.Empty<object>());
    }
}
