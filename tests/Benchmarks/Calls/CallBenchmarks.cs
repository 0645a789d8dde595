using System.Linq;
using System.Net.Http;
using System.Text;
using System.Threading.Tasks;
using Amazon.Runtime;
using Amazon.SSO;
using Amazon.SSO.Model;
using BenchmarkDotNet.Attributes;
using DataZoneGen.Benchmarks.Canned;
using DataZoneGen.Benchmarks.DataZone;

namespace DataZoneGen.Benchmarks.Calls;

/// <summary>
/// Measures a call on the client: an in-memory handler replaces the network. Compares it with a plain GET of the same response, and with an unsigned
/// call of AWS's own SDK with a response of similar size.
/// </summary>
public class CallBenchmarks
{
    private DataZoneClient _client = null!;
    private HttpClient _http = null!;
    private AmazonSSOClient _sdk = null!;

    [GlobalSetup]
    public void Setup()
    {
        _client = new DataZoneClient(new()
        {
            Region = "us-east-1",
            Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
            HttpInvoker = new HttpMessageInvoker(new CannedHandler(Encoding.UTF8.GetBytes(Run()))),
        });
        _http = new HttpClient(new CannedHandler(Encoding.UTF8.GetBytes(Run())));
        _sdk = new AmazonSSOClient(
            new AnonymousAWSCredentials(), new AmazonSSOConfig { ServiceURL = "http://127.0.0.1:1", HttpClientFactory = new CannedFactory(new CannedHandler(Encoding.UTF8.GetBytes(Accounts()))) });
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _client.Dispose();
        _http.Dispose();
        _sdk.Dispose();
    }

    [Benchmark(Baseline = true)]
    public async Task<int> PlainGet()
    {
        using var response = await _http.GetAsync(new System.Uri("http://127.0.0.1:1/"), HttpCompletionOption.ResponseHeadersRead);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }

    [Benchmark]
    public Task<GetDataSourceRunResponse> GetDataSourceRun() => _client.GetDataSourceRunAsync("dzd_4bd2k1x8q9w7aj", "bqn7d6h4t1r0zz");

    [Benchmark]
    public Task<ListAccountsResponse> SdkListAccounts() => _sdk.ListAccountsAsync(new ListAccountsRequest { AccessToken = "token", MaxResults = 20 });

    /// <summary>Returns a response of about three kilobytes, most of it the configuration snapshot, like responses of DataZone.</summary>
    private static string Run() => $$"""
        {
          "domainId": "dzd_4bd2k1x8q9w7aj", "dataSourceId": "d1u7k3s9q2m4xx", "id": "bqn7d6h4t1r0zz", "projectId": "p0c8v5n2j6h1aa",
          "status": "PARTIALLY_SUCCEEDED", "type": "SCHEDULED",
          "dataSourceConfigurationSnapshot": "{{string.Concat(Enumerable.Repeat("{\\\"databaseName\\\":\\\"sales\\\",\\\"filter\\\":\\\"*\\\"},", 48))}}",
          "runStatisticsForAssets": { "added": 12, "updated": 27, "unchanged": 845, "skipped": 4, "failed": 3 },
          "lineageSummary": { "importStatus": "SUCCESS" },
          "errorMessage": { "errorType": "ACCESS_DENIED_EXCEPTION", "errorDetail": "Three tables could not be read." },
          "createdAt": "2026-01-02T03:04:05.678Z", "updatedAt": "2026-01-02T03:14:05.678Z",
          "startedAt": "2026-01-02T03:04:06.001Z", "stoppedAt": "2026-01-02T03:14:05.600Z"
        }
        """;

    /// <summary>Returns a response of a similar size.</summary>
    private static string Accounts() => "{\"accountList\":[" + string.Join(',', Enumerable.Range(0, 24).Select(static number =>
        $$"""{"accountId":"{{123456780000 + number}}","accountName":"Account number {{number}}","emailAddress":"owner-of-account-{{number}}@example.com"}""")) + "]}";
}
