using System;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Programs.DataZone;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The generated client of DataZone.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var client = new DataZoneClient(new()
        {
            Region = "us-east-1",
            Endpoint = endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            HttpInvoker = handler is null ? null : new HttpMessageInvoker(handler),
        });
        return async () => (await client.GetDataSourceRunAsync("dzd_4bd2k1x8q9w7aj", "bqn7d6h4t1r0zz")).Status.Value.Length;
    }
}
