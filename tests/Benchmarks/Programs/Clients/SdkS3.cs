using System;
using System.Net.Http;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The client of S3 in AWS's own SDK.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var config = new AmazonS3Config { ServiceURL = endpoint.AbsoluteUri, AuthenticationRegion = "us-east-1", ForcePathStyle = true };
        if (handler is not null)
        {
            config.HttpClientFactory = new HandlerFactory(handler);
        }

        var client = new AmazonS3Client(new BasicAWSCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"), config);
        var buffer = new byte[4096];
        return async () =>
        {
            using var response = await client.GetObjectAsync(new GetObjectRequest { BucketName = "bucket", Key = "key" });
            return await response.ResponseStream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
        };
    }
}
