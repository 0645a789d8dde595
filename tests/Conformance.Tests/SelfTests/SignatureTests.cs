using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Http;
using DataZoneGen.Conformance.Tests.Values;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>The signer that others are measured by is right, and a wrong signature does not pass.</summary>
public sealed class SignatureTests
{
    // The example of AWS's documentation of Signature Version 4.
    private static readonly SigningFacts ExampleFacts =
        new("20150830T123600Z", "AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", null, "us-east-1", "iam");

    private static readonly CapturedRequest Example = new("GET", "iam.amazonaws.com", "/", "Action=ListUsers&Version=2010-05-08")
    {
        Headers = [new("content-type", "application/x-www-form-urlencoded; charset=utf-8"), new("x-amz-date", "20150830T123600Z")],
    };

    [Fact]
    public void TheDefinitionGivesTheDocumentedSignature() => Assert.EndsWith(
        "Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7",
        Signer.ByDefinition(Example, ExampleFacts, ["content-type", "host", "x-amz-date"]),
        System.StringComparison.Ordinal);

    [Fact]
    public void EveryPartOfTheRequestCounts()
    {
        CapturedRequest[] others =
        [
            Example,
            Example with { Method = "POST" },
            Example with { Host = "iam.example.com" },
            Example with { Path = "/a" },
            Example with { RawQuery = "Action=ListUsers&Version=2010-05-09" },
            Example with { Headers = [new("content-type", "text/plain"), Example.Headers[1]] },
            Example with { Body = [1] },
        ];
        var signatures = others.Select(static o => Signer.ByDefinition(o, ExampleFacts, ["content-type", "host", "x-amz-date"]));
        Assert.Equal(others.Length, signatures.Distinct().Count());
    }

    [Fact]
    public async Task ATamperedRequestIsReported()
    {
        var sent = await Bakery.SendAsync("""{ "customer": "c", "bread": { "flour": "RYE" } }""");
        Assert.Empty(Check(sent));
        Assert.Single(Check(sent with { Body = [.. sent.Body, 32] }));
        Assert.Single(Check(sent with { Path = "/customers/d/orders" }));
        Assert.Single(Check(sent with { Headers = [.. sent.Headers.Where(static h => h.Key != "authorization")] }));
    }

    [Fact]
    public async Task ASignatureThatLeavesOutTheTokenIsReported()
    {
        var sent = await Bakery.SendAsync("""{ "customer": "c", "bread": { "flour": "RYE" } }""");
        var authorization = Signer.ByDefinition(sent, Bakery.Facts, ["content-type", "host", "x-amz-date"]);
        var weaker = sent.Headers.Where(static h => h.Key != "authorization").Append(KeyValuePair.Create("authorization", authorization));
        Assert.Equal(["header.authorization: x-amz-security-token is not signed"], Check(sent with { Headers = [.. weaker] }));
    }

    private static IReadOnlyList<string> Check(CapturedRequest request)
    {
        var differences = new Differences();
        new RequestComparer(Bakery.Client.Plan, Bakery.Order, differences).Signature(request, Bakery.Facts);
        return differences.All;
    }
}
