using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>Enumerations, unions and records of a client in a web application: source-generated JSON, parameters, dictionary keys, configuration.</summary>
public sealed class ValueConversionTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Program = """
        #pragma warning disable DZG105 // Some values are unknown on purpose.
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using Acme.DataZone;

        var source = new GetDataSourceResponse
        {
            Id = "s", Status = DataSourceStatus.Ready, LastRunStatus = new("NEW"),
            Configuration = new DataSourceConfigurationOutput.RedshiftRunConfiguration(new()
            {
                RedshiftStorage = new RedshiftStorage.RedshiftClusterSource(new() { ClusterName = "c" }),
            }),
        };
        var counts = new Dictionary<DataSourceRunStatus, int> { [DataSourceRunStatus.Success] = 1, [new("NEW")] = 2 };

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("App:Status", "SUCCESS"), new("App:Next", "NEW"), new("App:All:0", "FAILED")]);
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, AppJson.Default));
        await using var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/bound", (DataSourceRunStatus status, DataSourceRunType? type) => Results.Json(new Bound(status, type), AppJson.Default.Bound));
        app.MapGet("/source", () => TypedResults.Ok(source));
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        Console.WriteLine(await http.GetStringAsync("/bound?status=NEW&type=SCHEDULED"));
        Console.WriteLine(await http.GetStringAsync("/bound?status=SUCCESS"));
        var sent = await http.GetStringAsync("/source");
        Console.WriteLine(sent.Contains("{\"redshiftRunConfiguration\":{") && sent.Contains("\"redshiftStorage\":{\"redshiftClusterSource\":{\"clusterName\":\"c\"}}"));

        var json = JsonSerializer.Serialize(source, AppJson.Default.GetDataSourceResponse);
        var back = JsonSerializer.Deserialize(json, AppJson.Default.GetDataSourceResponse)!;
        Console.WriteLine(back.LastRunStatus == source.LastRunStatus && Storage(back) == Storage(source));
        json = JsonSerializer.Serialize(counts, AppJson.Default.DictionaryDataSourceRunStatusInt32);
        Console.WriteLine(json + JsonSerializer.Deserialize(json, AppJson.Default.DictionaryDataSourceRunStatusInt32)!.Count);

        var settings = app.Configuration.GetSection("App").Get<Settings>()!;
        Console.WriteLine(settings.Status + " " + settings.Next + " " + string.Join(",", settings.All));

        static RedshiftStorage Storage(GetDataSourceResponse source) => ((DataSourceConfigurationOutput.RedshiftRunConfiguration)source.Configuration!).Value.RedshiftStorage;

        internal sealed record Bound(DataSourceRunStatus Status, DataSourceRunType? Type);

        internal sealed class Settings
        {
            public DataSourceRunStatus Status { get; set; }
            public DataSourceRunStatus? Next { get; set; }
            public List<DataSourceRunStatus> All { get; set; } = [];
        }

        [JsonSerializable(typeof(Bound))]
        [JsonSerializable(typeof(GetDataSourceResponse))]
        [JsonSerializable(typeof(GlueRunConfigurationOutput))]
        [JsonSerializable(typeof(RedshiftRunConfigurationOutput))]
        [JsonSerializable(typeof(SageMakerRunConfigurationOutput))]
        [JsonSerializable(typeof(RedshiftClusterStorage))]
        [JsonSerializable(typeof(RedshiftServerlessStorage))]
        [JsonSerializable(typeof(Dictionary<DataSourceRunStatus, int>))]
        internal sealed partial class AppJson : JsonSerializerContext;
        """;

    [Fact]
    public async Task JsonParametersDictionaryKeysAndConfigurationPreserveValues()
    {
        _ = new ConsumerProject(
            package,
            "Acme.Values",
            new ConsumerProjectOptions
            {
                IsLibrary = true,
                Properties = "    <IsAotCompatible>true</IsAotCompatible>",
                Items = """    <AwsService Include="DataZone" Operations="GetDataSourceRun; GetDataSource" />""",
            },
            "");
        var project = new ConsumerProject(
            package,
            "ValueWeb",
            new ConsumerProjectOptions
            {
                Sdk = "Microsoft.NET.Sdk.Web",
                HasPackage = false,
                Properties = "    <ImplicitUsings>enable</ImplicitUsings>",
                Items = """    <ProjectReference Include="../Acme.Values/Acme.Values.csproj" />""",
            },
            Program);

        var result = await project.RunAsync(new Dictionary<string, string?>());

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(
            """
            {"Status":"NEW","Type":"SCHEDULED"}
            {"Status":"SUCCESS","Type":null}
            True
            True
            {"SUCCESS":1,"NEW":2}2
            SUCCESS NEW FAILED
            """.ReplaceLineEndings("\n"),
            result.Output.Trim().ReplaceLineEndings("\n"));
    }
}
