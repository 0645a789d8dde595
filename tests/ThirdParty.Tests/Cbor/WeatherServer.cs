using DataZoneGen.ThirdParty.Tests.Servers;
using DataZoneGen.ThirdParty.Tests.Weather;
using Xunit;

namespace DataZoneGen.ThirdParty.Tests.Cbor;

/// <summary>The weather service, which uses RPC v2 CBOR, with the CBOR reader and writer of AWS's SDK for JavaScript.</summary>
public sealed class WeatherServer() : NodeServer("./weather.js", "{}")
{
    internal WeatherClient CreateClient() =>
        new(new() { Region = ServerClient.Region, Endpoint = Endpoint, Credentials = ServerClient.Credentials });
}

[CollectionDefinition(nameof(WeatherServer))]
public sealed class WeatherServerDefinition : ICollectionFixture<WeatherServer>;
