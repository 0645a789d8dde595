using System;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.DynamoDB;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Dynalite;

[Collection(nameof(DynaliteServer))]
public sealed class TableTests(DynaliteServer server) : IDisposable
{
    private readonly DynamoDBClient _client = server.CreateClient();

    public void Dispose() => _client.Dispose();

    [ServerFact]
    public async Task ATableIsCreatedAndDeleted()
    {
        var created = (await _client.CreateTableAsync(DynaliteServer.NewBooks("CreatedAndDeleted"))).TableDescription;
        var active = (await _client.WaitUntilTableExistsAsync(new() { TableName = "CreatedAndDeleted" }, ServerClient.Poll<DescribeTableResponse>())).Table;
        var deleted = (await _client.DeleteTableAsync(new() { TableName = "CreatedAndDeleted" })).TableDescription;
        await _client.WaitUntilTableNotExistsAsync(new() { TableName = "CreatedAndDeleted" }, ServerClient.Poll<DescribeTableResponse>());

        Assert.Equal(TableStatus.Creating, created?.TableStatus);
        Assert.Equal(TableStatus.Active, active?.TableStatus);
        Assert.Equal(TableStatus.Deleting, deleted?.TableStatus);
        Assert.Equal("arn:aws:dynamodb:us-east-1:000000000000:table/CreatedAndDeleted", active?.TableArn);
        Assert.Equal([("Author", KeyType.Hash), ("Year", KeyType.Range)], active?.KeySchema?.Select(static key => (key.AttributeName, key.KeyType)));
        Assert.Equal(BillingMode.PayPerRequest, active?.BillingModeSummary?.BillingMode);
        Assert.Equal(0, active?.ItemCount);
        Assert.NotNull(active?.CreationDateTime);
        Assert.Equal(created?.CreationDateTime, active?.CreationDateTime);
        await Assert.ThrowsAsync<ResourceNotFoundException>(() => _client.DescribeTableAsync(new() { TableName = "CreatedAndDeleted" }));
    }

    [ServerFact]
    public async Task TheWaiterStartsBeforeTheTableExists()
    {
        var waiting = _client.WaitUntilTableExistsAsync(new() { TableName = "CreatedLater" }, ServerClient.Poll<DescribeTableResponse>());
        await _client.CreateTableAsync(DynaliteServer.NewBooks("CreatedLater"));

        Assert.Equal(TableStatus.Active, (await waiting).Table?.TableStatus);
    }

    [ServerFact]
    public async Task AMissingTableIsAModeledError()
    {
        var error = await Assert.ThrowsAsync<ResourceNotFoundException>(() => _client.DescribeTableAsync(new() { TableName = "NoSuchTable" }));

        Assert.Equal("ResourceNotFoundException", error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Equal("Requested resource not found: Table: NoSuchTable not found", error.ServiceMessage);
        Assert.Equal(("DynamoDB", "DescribeTable"), (error.Service, error.Operation));
        Assert.False(string.IsNullOrEmpty(error.RequestId));
        Assert.Equal(1, error.Attempts);
    }

    [ServerFact]
    public async Task ATableThatExistsIsAModeledError()
    {
        var books = await DynaliteServer.CreateBooksAsync(_client);

        await Assert.ThrowsAsync<ResourceInUseException>(() => _client.CreateTableAsync(DynaliteServer.NewBooks(books)));
    }

    [ServerFact]
    public async Task AnErrorThatTheModelDoesNotDefineHasItsCode()
    {
        var error = await Assert.ThrowsAsync<DynamoDBException>(() => _client.CreateTableAsync(DynaliteServer.NewBooks("x")));

        Assert.Equal("ValidationException", error.ErrorCode);
        Assert.Equal(HttpStatusCode.BadRequest, error.StatusCode);
        Assert.Contains("TableName", error.ServiceMessage, StringComparison.Ordinal);
    }

    [ServerFact]
    public async Task AnOperationThatTheServerDoesNotKnowIsAnError()
    {
        var error = await Assert.ThrowsAsync<DynamoDBException>(() => _client.DescribeEndpointsAsync(new()));

        Assert.Equal("UnknownOperationException", error.ErrorCode);
    }

    [ServerFact]
    public async Task NamesOfTablesComeInPages()
    {
        foreach (var name in new[] { "Paged-1", "Paged-2", "Paged-3" })
        {
            await _client.CreateTableAsync(DynaliteServer.NewBooks(name));
        }

        var request = new ListTablesRequest { ExclusiveStartTableName = "Paged-", Limit = 1 };
        var pages = await ServerClient.ToListAsync(_client.ListTablesPagesAsync(request));
        var names = await ServerClient.ToListAsync(_client.ListTablesItemsAsync(request));

        Assert.Equal(["Paged-1", "Paged-2", "Paged-3"], names);
        Assert.Equal(names, pages.SelectMany(static page => page.TableNames ?? []));
        Assert.Equal([1, 1, 1], pages.Select(static page => page.TableNames?.Count ?? 0));
    }
}
