using System.Net.Http;
using Amazon.Runtime;

namespace DataZoneGen.Benchmarks.Canned;

/// <summary>Gives a client of AWS's own SDK an in-memory handler.</summary>
internal sealed class CannedFactory(HttpMessageHandler handler) : HttpClientFactory
{
    private readonly HttpClient _client = new(handler);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => _client;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
