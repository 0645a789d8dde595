using System.Net.Http;
using Amazon.Runtime;

namespace DataZoneGen.Benchmarks.Programs;

/// <summary>Gives a client of AWS's own SDK a handler in place of the network.</summary>
internal sealed class HandlerFactory(HttpMessageHandler handler) : HttpClientFactory
{
    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(handler);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => true;

    public override string GetConfigUniqueString(IClientConfig clientConfig) => "canned";
}
