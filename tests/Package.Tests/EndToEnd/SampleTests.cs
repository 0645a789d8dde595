using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using LocalEndpoint;
using LocalEndpoint.State;
using Xunit;

namespace DataZoneGen.Package.Tests.EndToEnd;

/// <summary>The sample as a process: arguments, exit codes and output.</summary>
public sealed class SampleTests
{
    private static readonly Dictionary<string, string?> NoEnvironment = [];

    [Fact]
    public async Task WithoutArgumentsTheDemoRunsAndSucceeds()
    {
        var result = await RunAsync(NoEnvironment);

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("PARTIALLY_SUCCEEDED", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWatchedRunThatSucceedsExitsWithZeroAndPrintsJsonOnly()
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions { RunDuration = TimeSpan.FromMilliseconds(200) });

        var result = await RunAsync(CreateEnvironment(endpoint, Catalog.SucceedingSource), "start", "--watch", "--json");

        Assert.True(result.ExitCode == 0, result.All);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal("SUCCESS", json.RootElement.GetProperty("status").GetString());
    }

    [Fact]
    public async Task AWatchedRunThatFailsExitsWithOne()
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions { RunDuration = TimeSpan.FromMilliseconds(200) });

        var result = await RunAsync(CreateEnvironment(endpoint, Catalog.FailingSource), "start", "--watch");

        Assert.True(result.ExitCode == 1, result.All);
    }

    [Fact]
    public async Task WhoAmIPrintsTheIdentityOfTheCredentials()
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions());

        var result = await RunAsync(CreateEnvironment(endpoint, Catalog.SucceedingSource), "whoami", "--json");

        Assert.True(result.ExitCode == 0, result.All);
        using var json = JsonDocument.Parse(result.Output);
        Assert.Equal(Catalog.AccountId, json.RootElement.GetProperty("Account").GetString());
        Assert.Equal($"arn:aws:iam::{Catalog.AccountId}:user/{Catalog.UserName}", json.RootElement.GetProperty("Arn").GetString());
    }

    [Fact]
    public async Task PolicyPrintsTheActionsOfTheSelectedOperations()
    {
        var result = await RunAsync(NoEnvironment, "policy");

        Assert.True(result.ExitCode == 0, result.All);
        using var json = JsonDocument.Parse(result.Output);
        var statement = Assert.Single(json.RootElement.GetProperty("Statement").EnumerateArray());
        Assert.Equal(
            [
                "datazone:GetDataSource", "datazone:GetDataSourceRun", "datazone:ListDataSourceRunActivities", "datazone:ListDataSourceRuns", "datazone:ListDataSources",
                "datazone:StartDataSourceRun",
            ],
            statement.GetProperty("Action").EnumerateArray().Select(static action => action.GetString()));
    }

    [Fact]
    public async Task WhoAmIExplainsCredentialsThatTheServiceRejects()
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions());
        var environment = CreateEnvironment(endpoint, Catalog.SucceedingSource);
        environment["AWS_SECRET_ACCESS_KEY"] = "another";

        var result = await RunAsync(environment, "whoami");

        Assert.True(result.ExitCode == 2, result.All);
        Assert.Contains("STS GetCallerIdentity failed with InvalidSignatureException: The signature does not match", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("environment")]
    [InlineData("command line")]
    public async Task CredentialsRegionAndEndpointComeFromAProfile(string chosenBy)
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions());
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var config = Path.Combine(folder.FullName, "config");
            await File.WriteAllTextAsync(config, $"""
                [profile local]
                region = {endpoint.Options.Region}
                aws_access_key_id = {endpoint.Options.Credentials[0].AccessKeyId}
                aws_secret_access_key = {endpoint.Options.Credentials[0].SecretAccessKey}
                services = local
                [services local]
                datazone =
                  endpoint_url = {endpoint.Endpoint}
                """);
            var environment = new Dictionary<string, string?>
            {
                ["AWS_CONFIG_FILE"] = config,
                ["AWS_SHARED_CREDENTIALS_FILE"] = Path.Combine(folder.FullName, "none"),
                ["AWS_PROFILE"] = chosenBy == "environment" ? "local" : null,
                ["DATAZONE_DOMAIN"] = Catalog.DomainId,
                ["DATAZONE_DATA_SOURCE"] = Catalog.SucceedingSource,
            };

            var result = await RunAsync(environment, chosenBy == "environment" ? ["list", "--json"] : ["list", "--json", "--profile", "local"]);

            Assert.True(result.ExitCode == 0, result.All);
            using var json = JsonDocument.Parse(result.Output);
            Assert.NotEqual(0, json.RootElement.GetProperty("items").GetArrayLength());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task AnUnreachableEndpointExitsWithTwoAndOneLine()
    {
        var environment = new Dictionary<string, string?>
        {
            ["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE",
            ["AWS_SECRET_ACCESS_KEY"] = "secret",
            ["AWS_REGION"] = "us-east-1",
        };

        var result = await RunAsync(environment, "get", "--endpoint", "http://127.0.0.1:1", "--domain", Catalog.DomainId, "--run", "abc");

        Assert.True(result.ExitCode == 2, result.All);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task ServePrintsTheEnvironmentAndStopsOnSigterm()
    {
        var start = new ProcessStartInfo("dotnet", [SampleDll, "serve", "--port", "0"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var exports = new List<string>();
        while (!exports.Contains("DATAZONE_DATA_SOURCE") && await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.StartsWith("export ", StringComparison.Ordinal))
            {
                exports.Add(line["export ".Length..line.IndexOf('=', StringComparison.Ordinal)]);
            }
        }

        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(0, process.ExitCode);
        Assert.Superset(
            new HashSet<string> { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_REGION", "AWS_ENDPOINT_URL_DATAZONE", "DATAZONE_DOMAIN", "DATAZONE_DATA_SOURCE" },
            exports.ToHashSet());
    }

    private static string SampleDll => Path.Combine(AppContext.BaseDirectory, "DataSourceRuns.dll");

    private static Task<CommandResult> RunAsync(Dictionary<string, string?> environment, params string[] arguments) =>
        Commands.DotnetAsync(AppContext.BaseDirectory, environment, [SampleDll, .. arguments]);

    private static Dictionary<string, string?> CreateEnvironment(LocalDataZone endpoint, string dataSource) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = endpoint.Options.Credentials[0].AccessKeyId,
        ["AWS_SECRET_ACCESS_KEY"] = endpoint.Options.Credentials[0].SecretAccessKey,
        ["AWS_REGION"] = endpoint.Options.Region,
        ["AWS_ENDPOINT_URL_DATAZONE"] = endpoint.Endpoint.ToString(),
        ["AWS_ENDPOINT_URL_STS"] = endpoint.Endpoint.ToString(),
        ["DATAZONE_DOMAIN"] = Catalog.DomainId,
        ["DATAZONE_DATA_SOURCE"] = dataSource,
    };
}
