using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using LocalEndpoint;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>The package DataZoneGen.Credentials.Sdk in an application whose client is in a class library.</summary>
public sealed class SdkCredentialsTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Program = """
        using System;

        try
        {
            Console.WriteLine(await Acme.Runs.ReadAsync());
        }
        catch (DataZoneGen.AwsCredentialsException exception)
        {
            Console.WriteLine(exception.Message);
        }
        """;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task ACredentialProcessNeedsThePackageOnlyInTheApplication(bool hasPackage)
    {
        await using var endpoint = await LocalDataZone.StartAsync(new LocalDataZoneOptions { RunDuration = TimeSpan.FromMilliseconds(200) });
        var library = hasPackage ? "RunsWith" : "RunsWithout";
        _ = new ConsumerProject(
            package,
            library,
            new ConsumerProjectOptions { IsLibrary = true, Items = """    <AwsService Include="DataZone" Operations="StartDataSourceRun" />""" },
            """
            using System;
            using System.Threading.Tasks;
            using Acme.DataZone;

            namespace Acme;

            public static class Runs
            {
                public static async Task<bool> ReadAsync()
                {
                    using var client = new DataZoneClient();
                    var started = await client.StartDataSourceRunAsync(
                        Environment.GetEnvironmentVariable("DATAZONE_DOMAIN")!, Environment.GetEnvironmentVariable("DATAZONE_DATA_SOURCE")!);
                    return started.Id.Length > 0;
                }
            }
            """);
        var sdk = hasPackage ? $"""    <PackageReference Include="DataZoneGen.Credentials.Sdk" Version="{package.Version}" />""" : "";
        var application = new ConsumerProject(
            package,
            library + "App",
            new ConsumerProjectOptions { HasPackage = false, Items = $"""    <ProjectReference Include="../{library}/{library}.csproj" />""" + "\n" + sdk },
            Program);
        var config = Path.Combine(package.Root, library + ".config");
        var keys = endpoint.Options.Credentials[0];
        var json = Path.Combine(package.Root, library + ".json");
        await File.WriteAllTextAsync(
            json, $$"""{ "Version": 1, "AccessKeyId": "{{keys.AccessKeyId}}", "SecretAccessKey": "{{keys.SecretAccessKey}}" }""");
        await File.WriteAllTextAsync(config, $"[profile tool]\ncredential_process = {(OperatingSystem.IsWindows() ? "type" : "cat")} {json}\n");

        var result = await application.RunAsync(new Dictionary<string, string?>
        {
            ["AWS_CONFIG_FILE"] = config,
            ["AWS_PROFILE"] = "tool",
            ["AWS_REGION"] = endpoint.Options.Region,
            ["AWS_ENDPOINT_URL_DATAZONE"] = endpoint.Endpoint.ToString(),
            ["DATAZONE_DOMAIN"] = LocalEndpoint.State.Catalog.DomainId,
            ["DATAZONE_DATA_SOURCE"] = LocalEndpoint.State.Catalog.SucceedingSource,
        });

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains(
            hasPackage ? "True" : "The credential_process of the profile 'tool' needs the package DataZoneGen.Credentials.Sdk",
            result.Output,
            StringComparison.Ordinal);
    }
}
