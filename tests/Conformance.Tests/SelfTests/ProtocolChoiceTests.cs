using System;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Suites;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>A client has the protocol of the recording, even if the generator would choose another one.</summary>
public sealed class ProtocolChoiceTests
{
    private const string Model = """
        {
          "metadata": {
            "serviceId": "Oven", "endpointPrefix": "oven", "apiVersion": "2026-01-02", "signatureVersion": "v4",
            "protocols": ["smithy-rpc-v2-cbor", "json", "telegraph"], "jsonVersion": "1.0", "targetPrefix": "Oven"
          },
          "operations": { "Bake": { "name": "Bake", "http": { "method": "POST", "requestUri": "/" } } },
          "shapes": {}
        }
        """;

    [Theory]
    [InlineData(null, "/service/Oven/operation/Bake")]
    [InlineData("smithy-rpc-v2-cbor", "/service/Oven/operation/Bake")]
    [InlineData("json", "/")]
    public async Task TheClientHasTheProtocolThatWasAskedFor(string? protocol, string path) => Assert.Equal(path, (await SendAsync(protocol)).Path);

    [Fact]
    public void ThereIsNoClientOfAProtocolThatIsNotSupported()
    {
        var plan = Client("telegraph").Plan;
        Assert.StartsWith("DZG018: 'telegraph' is not a valid value of Protocol", plan.WhyNoClient, StringComparison.Ordinal);
        Assert.Null(plan.Operation("Bake"));
        Assert.Equal(plan.WhyNoClient, plan.WhyLeftOut("Bake"));
    }

    private static GeneratedClient Client(string? protocol) =>
        GeneratedClient.Of(ServiceFiles.Inline("oven with a choice of protocols", Model) with { Protocol = protocol });

    private static Task<CapturedRequest> SendAsync(string? protocol)
    {
        var client = Client(protocol);
        var operation = client.Plan.Operation("Bake")!;
        return Connection.CaptureAsync(client, operation, new MinimalInput(client).Of(operation));
    }
}
