using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.ThirdParty.Tests.DynamoDB;
using DataZoneGen.ThirdParty.Tests.Servers;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Dynalite;

/// <summary>dynalite, a server of DynamoDB's API, which uses AWS JSON 1.0.</summary>
public sealed class DynaliteServer() : NodeServer("dynalite", """{ "createTableMs": 200, "deleteTableMs": 200 }""")
{
    internal DynamoDBClient CreateClient() =>
        new(new() { Region = ServerClient.Region, Endpoint = Endpoint, Credentials = ServerClient.Credentials });

    /// <summary>Creates a table of books with the key <c>Author</c> and <c>Year</c>, and waits until it is active.</summary>
    /// <returns>The name of the table.</returns>
    internal static async Task<string> CreateBooksAsync(DynamoDBClient client)
    {
        var name = "Books-" + Guid.NewGuid().ToString("N");
        await client.CreateTableAsync(NewBooks(name));
        await client.WaitUntilTableExistsAsync(new() { TableName = name }, ServerClient.Poll<DescribeTableResponse>());
        return name;
    }

    internal static CreateTableRequest NewBooks(string name) => new()
    {
        TableName = name,
        AttributeDefinitions =
        [
            new() { AttributeName = "Author", AttributeType = ScalarAttributeType.S },
            new() { AttributeName = "Year", AttributeType = ScalarAttributeType.N },
        ],
        KeySchema =
        [
            new() { AttributeName = "Author", KeyType = KeyType.Hash },
            new() { AttributeName = "Year", KeyType = KeyType.Range },
        ],
        BillingMode = BillingMode.PayPerRequest,
    };

    /// <summary>The key of a book.</summary>
    internal static Dictionary<string, AttributeValue> Key(string author, string year) => new()
    {
        ["Author"] = new AttributeValue.S(author),
        ["Year"] = new AttributeValue.N(year),
    };
}

[CollectionDefinition(nameof(DynaliteServer))]
public sealed class DynaliteServerDefinition : ICollectionFixture<DynaliteServer>;
