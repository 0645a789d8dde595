using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Programs.DynamoDB;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The generated client of DynamoDB.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var client = new DynamoDBClient(new()
        {
            Region = "us-east-1",
            Endpoint = endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            HttpInvoker = handler is null ? null : new HttpMessageInvoker(handler),
        });
        return async () => (await client.GetItemAsync(new()
        {
            TableName = "orders",
            Key = new Dictionary<string, AttributeValue> { ["id"] = new AttributeValue.S("order-1") },
        })).Item!.Count;
    }
}
