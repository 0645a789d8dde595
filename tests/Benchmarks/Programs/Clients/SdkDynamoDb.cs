using System;
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The client of DynamoDBv2 in AWS's own SDK.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var config = new AmazonDynamoDBConfig { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" };
        if (handler is not null)
        {
            config.HttpClientFactory = new HandlerFactory(handler);
        }

        var client = new AmazonDynamoDBClient(new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), config);
        return async () => (await client.GetItemAsync(new GetItemRequest { TableName = "orders", Key = new() { ["id"] = new AttributeValue("order-1") } })).Item.Count;
    }
}
