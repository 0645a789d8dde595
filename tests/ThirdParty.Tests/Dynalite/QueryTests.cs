using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.DynamoDB;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Dynalite;

/// <summary>Queries and scans of a table that has 25 books of one author and 5 of another.</summary>
[Collection(nameof(DynaliteServer))]
public sealed class QueryTests(DynaliteServer server) : IAsyncLifetime, IDisposable
{
    private const int Many = 25;
    private const int Few = 5;

    private readonly DynamoDBClient _client = server.CreateClient();
    private string _books = "";

    public async Task InitializeAsync()
    {
        if (NodeModules.MissingReason is not null)
        {
            return;
        }

        _books = await DynaliteServer.CreateBooksAsync(_client);
        await WriteAsync("Many", Many);
        await WriteAsync("Few", Few);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _client.Dispose();

    [ServerFact]
    public async Task AQueryReturnsItsItemsInPages()
    {
        var request = BooksOf("Many") with { Limit = 10 };

        var pages = await ServerClient.ToListAsync(_client.QueryPagesAsync(request));
        var items = await ServerClient.ToListAsync(_client.QueryItemsAsync(request));

        Assert.Equal([10, 10, 5], pages.Select(static page => page.Count ?? 0));
        Assert.Equal(["9", "19", null], pages.Select(static page => Year(page.LastEvaluatedKey)));
        Assert.Equal(Years(0, Many), items.Select(Year));
        Assert.Equal(items.Select(Year), pages.SelectMany(static page => page.Items ?? []).Select(Year));
    }

    [ServerFact]
    public async Task TheLastPageCanBeEmpty()
    {
        // The server knows only after the fifth page of five items that there are no more.
        var pages = await ServerClient.ToListAsync(_client.QueryPagesAsync(BooksOf("Many") with { Limit = 5 }));

        Assert.Equal([5, 5, 5, 5, 5, 0], pages.Select(static page => page.Items?.Count ?? 0));
    }

    [ServerFact]
    public async Task AQueryCanBeDescendingAndFiltered()
    {
        var request = BooksOf("Many") with
        {
            ScanIndexForward = false,
            KeyConditionExpression = "Author = :author AND #year BETWEEN :first AND :last",
            FilterExpression = "Title <> :title",
            ProjectionExpression = "#year",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#year"] = "Year" },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":author"] = new AttributeValue.S("Many"),
                [":first"] = new AttributeValue.N("10"),
                [":last"] = new AttributeValue.N("13"),
                [":title"] = new AttributeValue.S("Book 12"),
            },
        };

        var found = await _client.QueryAsync(request);

        Assert.Equal((3, 4), (found.Count, found.ScannedCount));
        Assert.Equal(["13", "11", "10"], found.Items?.Select(Year));
        Assert.All(found.Items!, static item => Assert.Equal(["Year"], item.Keys));
    }

    [ServerFact]
    public async Task AQueryCanCount()
    {
        var counted = await _client.QueryAsync(BooksOf("Few") with { Select = Select.Count });

        Assert.Equal(Few, counted.Count);
        Assert.Null(counted.Items);
    }

    [ServerFact]
    public async Task AScanReturnsAllItemsInPagesAndSegments()
    {
        var whole = await ServerClient.ToListAsync(_client.ScanItemsAsync(new() { TableName = _books, Limit = 7 }));
        var first = await ServerClient.ToListAsync(_client.ScanItemsAsync(new() { TableName = _books, TotalSegments = 2, Segment = 0 }));
        var second = await ServerClient.ToListAsync(_client.ScanItemsAsync(new() { TableName = _books, TotalSegments = 2, Segment = 1 }));

        Assert.Equal(Many + Few, whole.Count);
        Assert.Equal(whole.Select(Title).Order(StringComparer.Ordinal), first.Concat(second).Select(Title).Order(StringComparer.Ordinal));
    }

    private static string? Year(IReadOnlyDictionary<string, AttributeValue>? item) => (item?["Year"] as AttributeValue.N)?.Value;

    private static string? Title(IReadOnlyDictionary<string, AttributeValue> item) => (item["Title"] as AttributeValue.S)?.Value;

    private static IEnumerable<string> Years(int first, int count) =>
        Enumerable.Range(first, count).Select(static year => year.ToString(CultureInfo.InvariantCulture));

    private QueryRequest BooksOf(string author) => new()
    {
        TableName = _books,
        KeyConditionExpression = "Author = :author",
        ExpressionAttributeValues = new Dictionary<string, AttributeValue> { [":author"] = new AttributeValue.S(author) },
    };

    private async Task WriteAsync(string author, int count)
    {
        var writes = Years(0, count)
            .Select(year => new WriteRequest
            {
                PutRequest = new()
                {
                    Item = new Dictionary<string, AttributeValue>(DynaliteServer.Key(author, year)) { ["Title"] = new AttributeValue.S("Book " + year) },
                },
            })
            .ToList();

        var written = await _client.BatchWriteItemAsync(
            new() { RequestItems = new Dictionary<string, IReadOnlyList<WriteRequest>> { [_books] = writes } });

        Assert.Equal(0, written.UnprocessedItems?.Count);
    }
}
