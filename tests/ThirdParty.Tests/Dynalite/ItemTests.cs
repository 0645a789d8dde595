using System;
using System.Collections.Generic;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.DynamoDB;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Dynalite;

[Collection(nameof(DynaliteServer))]
public sealed class ItemTests(DynaliteServer server) : IDisposable
{
    private readonly DynamoDBClient _client = server.CreateClient();

    public void Dispose() => _client.Dispose();

    [ServerFact]
    public async Task AnItemKeepsValuesOfAllTypes()
    {
        var books = await DynaliteServer.CreateBooksAsync(_client);
        var bytes = new byte[256];
        for (var i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)i;
        }

        var item = new Dictionary<string, AttributeValue>(DynaliteServer.Key("Grüße, \"日本\" 🎉\n", "1999"))
        {
            ["Price"] = new AttributeValue.N("12345678901234567890.123456789"),
            ["Cover"] = new AttributeValue.B(bytes),
            ["InPrint"] = new AttributeValue.BOOL(true),
            ["Lent"] = new AttributeValue.BOOL(false),
            ["Edition"] = new AttributeValue.NULL(true),
            ["Subtitle"] = new AttributeValue.S(""),
            ["Chapters"] = new AttributeValue.L([new AttributeValue.S("one"), new AttributeValue.N("2"), new AttributeValue.L([])]),
            ["Shelf"] = new AttributeValue.M(new Dictionary<string, AttributeValue>
            {
                ["Room"] = new AttributeValue.S("A"),
                ["Marks"] = new AttributeValue.M(new Dictionary<string, AttributeValue> { ["Empty"] = new AttributeValue.M(new Dictionary<string, AttributeValue>()) }),
            }),
            ["Tags"] = new AttributeValue.SS(["b", "a"]),
            ["Ratings"] = new AttributeValue.NS(["3", "-1.5"]),
            ["Pages"] = new AttributeValue.BS([new byte[] { 1, 2 }, new byte[] { 255 }]),
        };

        var put = await _client.PutItemAsync(new() { TableName = books, Item = item, ReturnConsumedCapacity = ReturnConsumedCapacity.Total });
        var got = await _client.GetItemAsync(
            new() { TableName = books, Key = DynaliteServer.Key("Grüße, \"日本\" 🎉\n", "1999"), ConsistentRead = true });

        Assert.Equal(1.0, put.ConsumedCapacity?.CapacityUnits);
        Assert.Equal(books, put.ConsumedCapacity?.TableName);
        Assert.NotNull(got.Item);
        Assert.Equal(item.Count, got.Item.Count);
        Assert.All(item, entry => Assert.Equal(JsonSerializer.Serialize(entry.Value), JsonSerializer.Serialize(got.Item[entry.Key])));
        Assert.Equal(bytes, Assert.IsType<AttributeValue.B>(got.Item["Cover"]).Value.ToArray());
        Assert.Equal(new AttributeValue.N("12345678901234567890.123456789"), got.Item["Price"]);
        Assert.Equal(HttpStatusCode.OK, got.Metadata.StatusCode);
        Assert.False(string.IsNullOrEmpty(got.Metadata.RequestId));
    }

    [ServerFact]
    public async Task AnItemOfTheMaximumSizeIsReturned()
    {
        var books = await DynaliteServer.CreateBooksAsync(_client);
        var text = new StringBuilder().Insert(0, "Ein Buch über alles. ", 18_000).ToString();
        var item = new Dictionary<string, AttributeValue>(DynaliteServer.Key("Max", "2000")) { ["Text"] = new AttributeValue.S(text) };

        await _client.PutItemAsync(new() { TableName = books, Item = item });
        var got = await _client.GetItemAsync(new() { TableName = books, Key = DynaliteServer.Key("Max", "2000") });

        Assert.Equal(new AttributeValue.S(text), got.Item?["Text"]);
    }

    [ServerFact]
    public async Task AMissingItemIsNull()
    {
        var books = await DynaliteServer.CreateBooksAsync(_client);
        var got = await _client.GetItemAsync(new() { TableName = books, Key = DynaliteServer.Key("Nobody", "1") });

        Assert.Null(got.Item);
    }

    [ServerFact]
    public async Task AnExpressionUpdatesAnItem()
    {
        var books = await DynaliteServer.CreateBooksAsync(_client);
        var item = new Dictionary<string, AttributeValue>(DynaliteServer.Key("Ada", "1843"))
        {
            ["Notes"] = new AttributeValue.L([new AttributeValue.S("A")]),
            ["Draft"] = new AttributeValue.BOOL(true),
        };
        await _client.PutItemAsync(new() { TableName = books, Item = item });

        var updated = await _client.UpdateItemAsync(new()
        {
            TableName = books,
            Key = DynaliteServer.Key("Ada", "1843"),
            UpdateExpression = "SET Title = :title, Notes = list_append(Notes, :more) REMOVE Draft ADD #count :one",
            ConditionExpression = "attribute_exists(Author)",
            ExpressionAttributeNames = new Dictionary<string, string> { ["#count"] = "Count" },
            ExpressionAttributeValues = new Dictionary<string, AttributeValue>
            {
                [":title"] = new AttributeValue.S("Notes"),
                [":more"] = new AttributeValue.L([new AttributeValue.S("G")]),
                [":one"] = new AttributeValue.N("1"),
            },
            ReturnValues = ReturnValue.AllNew,
        });

        Assert.NotNull(updated.Attributes);
        Assert.Equal(new AttributeValue.S("Notes"), updated.Attributes["Title"]);
        Assert.Equal(new AttributeValue.N("1"), updated.Attributes["Count"]);
        Assert.Equal([new AttributeValue.S("A"), new AttributeValue.S("G")], Assert.IsType<AttributeValue.L>(updated.Attributes["Notes"]).Value);
        Assert.DoesNotContain("Draft", updated.Attributes.Keys);
    }

    [ServerFact]
    public async Task AFailedConditionIsAModeledError()
    {
        var books = await DynaliteServer.CreateBooksAsync(_client);
        await _client.PutItemAsync(new() { TableName = books, Item = DynaliteServer.Key("Ada", "1843") });

        var error = await Assert.ThrowsAsync<ConditionalCheckFailedException>(() => _client.PutItemAsync(
            new() { TableName = books, Item = DynaliteServer.Key("Ada", "1843"), ConditionExpression = "attribute_not_exists(Author)" }));

        Assert.Equal("ConditionalCheckFailedException", error.ErrorCode);
        Assert.Equal("The conditional request failed", error.ServiceMessage);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.False(string.IsNullOrEmpty(error.RequestId));
        Assert.Equal(("DynamoDB", "PutItem"), (error.Service, error.Operation));
        Assert.Equal(1, error.Attempts);
        Assert.False(error.IsThrottling);
        Assert.Null(error.Item);
    }

    [ServerFact]
    public async Task ADeletedItemIsReturnedAndGone()
    {
        var books = await DynaliteServer.CreateBooksAsync(_client);
        await _client.PutItemAsync(new() { TableName = books, Item = DynaliteServer.Key("Ada", "1843") });

        var deleted = await _client.DeleteItemAsync(
            new() { TableName = books, Key = DynaliteServer.Key("Ada", "1843"), ReturnValues = ReturnValue.AllOld });
        var got = await _client.GetItemAsync(new() { TableName = books, Key = DynaliteServer.Key("Ada", "1843") });

        Assert.Equal(new AttributeValue.N("1843"), deleted.Attributes?["Year"]);
        Assert.Null(got.Item);
    }
}
