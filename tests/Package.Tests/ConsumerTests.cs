using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using LocalEndpoint;
using Xunit;

namespace DataZoneGen.Package.Tests;

public sealed class ConsumerTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task AConsumerProjectStartsAndGetsARun()
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions { RunDuration = TimeSpan.FromMilliseconds(200) });
        var project = new ConsumerProject(
            package,
            "Caller",
            """    <AwsService Include="DataZone" Operations="GetDataSourceRun; StartDataSourceRun" />""",
            """
            using System;
            using Acme.DataZone;

            using var client = new DataZoneClient();
            var domain = Environment.GetEnvironmentVariable("DATAZONE_DOMAIN")!;
            var started = await client.StartDataSourceRunAsync(domain, Environment.GetEnvironmentVariable("DATAZONE_DATA_SOURCE")!);
            GetDataSourceRunResponse run = await client.GetDataSourceRunAsync(domain, started.Id);
            Console.WriteLine($"{run.Id == started.Id} {run.Status.IsKnown} {(int)run.Metadata.StatusCode}");
            """);

        var result = await project.RunAsync(CreateEnvironment(endpoint));

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal("True True 200", result.Output.Trim());
    }

    [Fact]
    public async Task AWrongOperationNameIsAnErrorWithASuggestion()
    {
        var project = new ConsumerProject(
            package, "Mistyped", """    <AwsService Include="DataZone" Operations="GetDataSuorceRun" />""", "System.Console.WriteLine();");

        var result = await project.BuildAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("Mistyped.csproj(14,36): error DZG007: 'GetDataSuorceRun' matches no operation of DataZone; did you mean 'GetDataSourceRun'?", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownServiceIsAnErrorAtItsItemButNotInEditors()
    {
        var project = new ConsumerProject(
            package, "Unknown", """    <AwsService Include="DataZnoe" Operations="GetDataSourceRun" />""", "System.Console.WriteLine();");

        var result = await project.BuildAsync();
        var inEditor = await project.BuildForEditorAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains(
            "Unknown.csproj(14,6): error DZG020: AwsService 'DataZnoe' is neither a file in the project nor a service in the package (DataZone, STS); did you mean 'DataZone'?",
            result.Output,
            StringComparison.Ordinal);
        Assert.True(inEditor.ExitCode == 0, inEditor.All);
        Assert.Contains("DataZoneGen.Generator.dll", inEditor.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AModelFileOfTheProjectExtendsTheService()
    {
        var project = new ConsumerProject(
            package,
            "DropIn",
            """
                <AwsService Include="DataZone" Operations="GetDataSourceRun" />
                <AwsService Include="CancelThing.json" />
            """,
            """
            using System;
            using System.Threading.Tasks;
            using Acme.DataZone;

            Func<IDataZoneClient, Task<GetDataSourceRunResponse>> get = c => c.GetDataSourceRunAsync("dzd_d", "r");
            Func<IDataZoneClient, Task<CancelThingResponse>> cancel = c => c.CancelThingAsync("t");
            Console.WriteLine(get is not null && cancel is not null);
            """,
            ("CancelThing.json", """
            {
              "metadata": { "serviceId": "DataZone" },
              "operations": {
                "CancelThing": {
                  "http": { "method": "DELETE", "requestUri": "/v2/things/{thing}" },
                  "input": { "shape": "CancelThingInput" },
                  "errors": [ { "shape": "ResourceNotFoundException" } ]
                }
              },
              "shapes": {
                "CancelThingInput": {
                  "type": "structure",
                  "required": [ "thing" ],
                  "members": { "thing": { "shape": "String", "location": "uri", "locationName": "thing" } }
                }
              }
            }
            """));

        var result = await project.RunAsync(new Dictionary<string, string?>());

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal("True", result.Output.Trim());
    }

    private static Dictionary<string, string?> CreateEnvironment(LocalDataZone endpoint) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = endpoint.Options.Credentials[0].AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = endpoint.Options.Credentials[0].SecretAccessKey,
        ["AWS_REGION"] = endpoint.Options.Region,
        ["AWS_ENDPOINT_URL_DATAZONE"] = endpoint.Endpoint.ToString(),
        ["DATAZONE_DOMAIN"] = LocalEndpoint.State.Catalog.DomainId,
        ["DATAZONE_DATA_SOURCE"] = LocalEndpoint.State.Catalog.SucceedingSource,
    };
}
