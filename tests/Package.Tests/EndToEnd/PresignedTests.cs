using System;
using System.Collections.Generic;
using System.Net.Http;
using System.Threading.Tasks;
using DataSourceRuns.DataZone;
using DataZoneGen.Package.Tests.Faults;
using Xunit;

namespace DataZoneGen.Package.Tests.EndToEnd;

/// <summary>Presigned requests, sent without credentials.</summary>
public sealed class PresignedTests
{
    [Fact]
    public async Task TheServerReceivesTheExactUrl()
    {
        var seen = new List<FaultRequest>();
        await using var server = Server(seen);
        using var client = Client(server);
        using var http = new HttpClient();

        var presigned = await client.PresignAsync(new GetDataSourceRunRequest { DomainIdentifier = "a b/%é", Identifier = "~x" }, TimeSpan.FromMinutes(1));
        await http.GetAsync(presigned.Url);

        var request = Assert.Single(seen);
        Assert.StartsWith("/v2/domains/a%20b%2F%25%C3%A9/data-source-runs/~x?X-Amz-Algorithm=", request.Target, StringComparison.Ordinal);
        Assert.Equal(presigned.Url.OriginalString, server.Endpoint.GetLeftPart(UriPartial.Authority) + request.Target);
        Assert.Equal(presigned.Url.AbsoluteUri, presigned.Url.OriginalString);
    }

    [Fact]
    public async Task HeadersAndBodyAreThoseOfASignedCall()
    {
        var seen = new List<FaultRequest>();
        await using var server = Server(seen);
        using var client = Client(server);
        using var http = new HttpClient();
        var start = new StartDataSourceRunRequest { DomainIdentifier = "d", DataSourceIdentifier = "s", ClientToken = "token" };

        await client.StartDataSourceRunAsync(start);
        var presigned = await client.PresignAsync(start, TimeSpan.FromMinutes(1));
        using var message = new HttpRequestMessage(presigned.Method, presigned.Url) { Content = new ReadOnlyMemoryContent(presigned.Body) };
        message.Content.Headers.Add("content-type", presigned.Headers["content-type"]);
        await http.SendAsync(message);

        Assert.Equal(2, seen.Count);
        Assert.Equal(seen[0].Body, seen[1].Body);
        Assert.Equal(seen[0].Head.Split(' ')[0], seen[1].Head.Split(' ')[0]);
        Assert.Equal(seen[0].Target, seen[1].Target.Split('?')[0]);
    }

    [Theory]
    [InlineData("us-east-1")]
    [InlineData("cn-north-1")]
    [InlineData("us-gov-west-1")]
    [InlineData("us-iso-east-1")]
    [InlineData("eusc-de-east-1")]
    [InlineData("a-region-to-come")]
    public async Task EndpointsOfTheServiceAlwaysUseHttps(string region)
    {
        foreach (var (fips, dualStack) in new[] { (false, false), (true, false), (false, true), (true, true) })
        {
            using var client = new DataZoneClient(new()
            {
                Region = region,
                UseFipsEndpoint = fips,
                UseDualStackEndpoint = dualStack,
                Credentials = new AwsCredentials("AKIDEXAMPLE", "secret"),
            });
            try
            {
                var presigned = await client.PresignAsync(new GetDataSourceRequest { DomainIdentifier = "d", Identifier = "s" }, TimeSpan.FromMinutes(1));
                Assert.Equal(Uri.UriSchemeHttps, presigned.Url.Scheme);
            }
            catch (AwsConfigurationException)
            {
                // A partition may have no such endpoint.
                Assert.True(fips || dualStack);
            }
        }
    }

    private static FaultServer Server(List<FaultRequest> seen) => new(
        request =>
        {
            seen.Add(request);
            return Fault.None;
        },
        RunResponses.Create);

    private static DataZoneClient Client(FaultServer server) => new(new()
    {
        Region = "us-east-1",
        Endpoint = server.Endpoint,
        Credentials = new AwsCredentials("AKIDEXAMPLE", "secret", "token"),
    });
}
