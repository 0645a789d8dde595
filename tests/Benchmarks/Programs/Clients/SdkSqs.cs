using System;
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.SQS;
using Amazon.SQS.Model;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The client of SQS in AWS's own SDK.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var config = new AmazonSQSConfig { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" };
        if (handler is not null)
        {
            config.HttpClientFactory = new HandlerFactory(handler);
        }

        var client = new AmazonSQSClient(new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), config);
        var queue = new Uri(endpoint, "/123456789012/orders").AbsoluteUri;
        return async () => (await client.ReceiveMessageAsync(new ReceiveMessageRequest { QueueUrl = queue, MaxNumberOfMessages = 10 })).Messages.Count;
    }
}
