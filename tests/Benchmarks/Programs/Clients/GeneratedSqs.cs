using System;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Programs.SQS;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The generated client of SQS.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var client = new SQSClient(new()
        {
            Region = "us-east-1",
            Endpoint = endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            HttpInvoker = handler is null ? null : new HttpMessageInvoker(handler),
        });
        var queue = new Uri(endpoint, "/123456789012/orders").AbsoluteUri;
        return async () => (await client.ReceiveMessageAsync(new() { QueueUrl = queue, MaxNumberOfMessages = 10 })).Messages!.Count;
    }
}
