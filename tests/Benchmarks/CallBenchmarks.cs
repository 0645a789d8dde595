using System.Net;
using System.Net.Http;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using BenchmarkDotNet.Attributes;
using DataZoneGen.Benchmarks.DataZone;

namespace DataZoneGen.Benchmarks;

/// <summary>What one signed call costs on the client: everything but the network, which a handler in memory stands in for.</summary>
public class CallBenchmarks
{
    private DataZoneClient _client = null!;

    [GlobalSetup]
    public void Setup() => _client = new DataZoneClient(new()
    {
        Region = "us-east-1",
        Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        HttpInvoker = new HttpMessageInvoker(new CannedHandler(Encoding.UTF8.GetBytes(Run()))),
    });

    [GlobalCleanup]
    public void Cleanup() => _client.Dispose();

    [Benchmark]
    public Task<GetDataSourceRunResponse> GetDataSourceRun() => _client.GetDataSourceRunAsync("dzd_4bd2k1x8q9w7aj", "bqn7d6h4t1r0zz");

    /// <summary>An answer of about three kilobytes, most of it the configuration snapshot, as DataZone gives them.</summary>
    private static string Run() => $$"""
        {
          "domainId": "dzd_4bd2k1x8q9w7aj", "dataSourceId": "d1u7k3s9q2m4xx", "id": "bqn7d6h4t1r0zz", "projectId": "p0c8v5n2j6h1aa",
          "status": "PARTIALLY_SUCCEEDED", "type": "SCHEDULED",
          "dataSourceConfigurationSnapshot": "{{string.Concat(System.Linq.Enumerable.Repeat("{\\\"databaseName\\\":\\\"sales\\\",\\\"filter\\\":\\\"*\\\"},", 48))}}",
          "runStatisticsForAssets": { "added": 12, "updated": 27, "unchanged": 845, "skipped": 4, "failed": 3 },
          "lineageSummary": { "importStatus": "SUCCESS" },
          "errorMessage": { "errorType": "ACCESS_DENIED_EXCEPTION", "errorDetail": "Three tables could not be read." },
          "createdAt": "2026-01-02T03:04:05.678Z", "updatedAt": "2026-01-02T03:14:05.678Z",
          "startedAt": "2026-01-02T03:04:06.001Z", "stoppedAt": "2026-01-02T03:14:05.600Z"
        }
        """;

    private sealed class CannedHandler(byte[] body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body), RequestMessage = request });
    }
}
