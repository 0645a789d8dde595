using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>
/// A source generator does not see the output of another one in the same compilation. A web project that is published as native
/// AOT uses four others: System.Text.Json, LoggerMessage, minimal APIs and the configuration binder.
/// </summary>
public sealed class OtherGeneratorsTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Client = """    <AwsService Include="DataZone" Operations="GetDataSourceRun" />""";
    private const string Native = "    <PublishAot>true</PublishAot>\n    <ImplicitUsings>enable</ImplicitUsings>";

    private const string Program = """
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Acme.DataZone;

        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, RunJson.Default));
        builder.Services.AddDataZoneClient(builder.Configuration.GetSection("DataZone"));
        var app = builder.Build();
        app.MapGet("/runs/{domain}/{run}", async (string domain, string run, IDataZoneClient client) => await client.GetDataSourceRunAsync(domain, run));

        Log.Seen(app.Logger, DataSourceRunStatus.Success);
        var json = JsonSerializer.Serialize(new GetDataSourceRunResponse { Id = "run-1" }, RunJson.Default.GetDataSourceRunResponse);
        Console.WriteLine(json.Contains("run-1"));

        [JsonSerializable(typeof(GetDataSourceRunResponse))]
        internal sealed partial class RunJson : JsonSerializerContext;

        internal static partial class Log
        {
            [LoggerMessage(1, LogLevel.Debug, "The run is {Status}.")]
            public static partial void Seen(ILogger logger, DataSourceRunStatus status);
        }
        """;

    [Fact]
    public async Task OtherGeneratorsSeeAClientInFiles()
    {
        var project = new ConsumerProject(
            package,
            "NativeWeb",
            new ConsumerProjectOptions { Sdk = "Microsoft.NET.Sdk.Web", Properties = Native + "\n    <DataZoneGenEmitTo>file</DataZoneGenEmitTo>", Items = Client },
            Program);

        var result = await project.RunAsync(new Dictionary<string, string?>());

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal("True", result.Output.Trim());
    }

    [Fact]
    public async Task OtherGeneratorsSeeAClientInAClassLibrary()
    {
        _ = new ConsumerProject(
            package,
            "Acme.Aws",
            new ConsumerProjectOptions
            {
                IsLibrary = true,
                Properties = "    <IsAotCompatible>true</IsAotCompatible>",
                Items = """    <FrameworkReference Include="Microsoft.AspNetCore.App" />""" + "\n" + Client,
            },
            "");
        var project = new ConsumerProject(
            package,
            "LayeredWeb",
            new ConsumerProjectOptions
            {
                Sdk = "Microsoft.NET.Sdk.Web",
                HasPackage = false,
                Properties = Native,
                Items = """    <ProjectReference Include="../Acme.Aws/Acme.Aws.csproj" />""",
            },
            Program);

        var result = await project.RunAsync(new Dictionary<string, string?>());

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal("True", result.Output.Trim());
    }
}
