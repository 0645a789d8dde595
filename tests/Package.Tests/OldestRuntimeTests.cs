using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using LocalEndpoint;
using LocalEndpoint.State;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>
/// A program on the oldest supported runtime. The machine need not have it: the program is self-contained, with a runtime that NuGet restores. Other tests
/// run on the runtime of the SDK, so they do not notice what works only there.
/// </summary>
public sealed class OldestRuntimeTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Program = """
        using System;
        using Acme.DataZone;

        var domain = Environment.GetEnvironmentVariable("DATAZONE_DOMAIN")!;
        var source = Environment.GetEnvironmentVariable("DATAZONE_DATA_SOURCE")!;
        Console.WriteLine(Environment.Version.Major);
        foreach (var endpoint in args)
        {
            using var client = new DataZoneClient(new DataZoneClientOptions { Endpoint = new Uri(endpoint) });
            var started = await client.StartDataSourceRunAsync(domain, source);
            var run = await client.GetDataSourceRunAsync(domain, started.Id);
            var listed = 0;
            await foreach (var item in client.ListDataSourceRunsItemsAsync(new ListDataSourceRunsRequest { DomainIdentifier = domain, DataSourceIdentifier = source, MaxResults = 1 }))
            {
                listed++;
            }

            Console.WriteLine($"{run.Id == started.Id} {(int)run.Metadata.StatusCode} {listed > 1}");
        }
        """;

    [Fact]
    public async Task CallsOverTheDefaultTransportSucceed()
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions { RunDuration = TimeSpan.Zero });
        var project = new ConsumerProject(
            package,
            "Oldest",
            new ConsumerProjectOptions
            {
                TargetFramework = "net8.0",
                Properties = "    <SelfContained>true</SelfContained>\n    <InvariantGlobalization>true</InvariantGlobalization>",
                Items = """    <AwsService Include="DataZone" Operations="StartDataSourceRun; GetDataSourceRun; ListDataSourceRuns" />""",
            },
            Program);

        // The name of a host and an address: the ways to connect to them differ.
        var result = await project.RunAsync(CreateEnvironment(endpoint), $"http://localhost:{endpoint.Endpoint.Port}", $"http://127.0.0.1:{endpoint.Endpoint.Port}");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal("8\nTrue 200 True\nTrue 200 True", result.Output.Trim().ReplaceLineEndings("\n"));
    }

    private static Dictionary<string, string?> CreateEnvironment(LocalDataZone endpoint) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = endpoint.Options.Credentials[0].AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = endpoint.Options.Credentials[0].SecretAccessKey,
        ["AWS_REGION"] = endpoint.Options.Region,
        ["DATAZONE_DOMAIN"] = Catalog.DomainId,
        ["DATAZONE_DATA_SOURCE"] = Catalog.SucceedingSource,
    };
}
