using System;
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSO.Model;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The client of SSO in AWS's own SDK.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var config = new AmazonSSOConfig { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1" };
        if (handler is not null)
        {
            config.HttpClientFactory = new HandlerFactory(handler);
        }

        var client = new AmazonSSOClient(new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), config);
        return async () => (await client.ListAccountsAsync(new ListAccountsRequest { AccessToken = "token-example", MaxResults = 20 })).AccountList.Count;
    }
}
