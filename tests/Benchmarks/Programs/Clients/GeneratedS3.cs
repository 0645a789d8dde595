using System;
using System.IO;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Benchmarks.Programs.S3;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>The generated client of S3.</summary>
internal static class Client
{
    public static Func<Task<int>> Create(Uri endpoint, HttpMessageHandler? handler)
    {
        var client = new S3Client(new()
        {
            Region = "us-east-1",
            Endpoint = endpoint,
            Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            HttpInvoker = handler is null ? null : new HttpMessageInvoker(handler),
        });
        var buffer = new byte[4096];
        return async () =>
        {
            using var response = await client.GetObjectAsync(new() { Bucket = "bucket", Key = "key" });
            return await response.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false);
        };
    }
}
