using System;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>The analyzers of the package in builds, whose compiler is newer than the one of the other tests.</summary>
public sealed class AnalyzerTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Client = """    <AwsService Include="DataZone" Operations="GetDataSourceRun; ListDataSources; UpdateEnvironment" Access="Public" />""";

    private const string Program = """
        using System;
        using Acme.DataZone;

        using var client = new DataZoneClient();
        var request = new ListDataSourcesRequest { DomainIdentifier = "dzd_1", ProjectIdentifier = "p", MaxResults = 5000 };
        Console.WriteLine(request with { Status = new("REDY") });
        _ = client.GetDataSourceRunAsync("abc", "run");
        _ = new UpdateEnvironmentRequest { DomainIdentifier = "dzd_1", Identifier = "e", GlossaryTerms = [] };
        _ = new UpdateEnvironmentRequest { DomainIdentifier = "dzd_1", Identifier = "e", GlossaryTerms = [.. args, "a", "b c"] };
        """;

    private static readonly string[] Expected =
    [
        "Program.cs(5,110): warning DZG103: ListDataSourcesRequest.MaxResults must be 1 to 50",
        "Program.cs(6,47): warning DZG105: The model does not define this value of DataSourceStatus; did you mean 'READY'?",
        "Program.cs(7,34): warning DZG101: GetDataSourceRunRequest.DomainIdentifier must match the pattern dzd[-_][a-zA-Z0-9_-]{1,36}",
        "Program.cs(8,98): warning DZG104: UpdateEnvironmentRequest.GlossaryTerms must have 1 to 20 items; this value has 0",
        "Program.cs(9,113): warning DZG101: Items of UpdateEnvironmentRequest.GlossaryTerms must match the pattern [a-zA-Z0-9_-]{1,36}",
    ];

    [Fact]
    public async Task ConstantsThatTheModelDoesNotAllowAreWarningsWhoseSeverityCanBeSet()
    {
        var project = new ConsumerProject(
            package, "Constants", new ConsumerProjectOptions { Items = Client }, Program, ("some.globalconfig", "is_global = true\ndotnet_diagnostic.DZG103.severity = none\n"));

        var result = await project.BuildAsync("-p:TreatWarningsAsErrors=false");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(Expected[1..], Warnings(result));
    }

    [Fact]
    public async Task TheClientCanBeInAReferencedProject()
    {
        _ = new ConsumerProject(package, "Acme.Client", new ConsumerProjectOptions { IsLibrary = true, Items = Client, Properties = "    <RootNamespace>Acme</RootNamespace>" }, "");
        var project = new ConsumerProject(
            package, "Acme.User", new ConsumerProjectOptions { Items = """    <ProjectReference Include="../Acme.Client/Acme.Client.csproj" />""" }, Program);

        var result = await project.BuildAsync("-p:TreatWarningsAsErrors=false");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(Expected, Warnings(result));
    }

    private static string[] Warnings(CommandResult result) =>
        [.. result.Output.Split('\n')
            .Where(static line => line.Contains("warning DZG", StringComparison.Ordinal))
            .Select(static line => line[line.IndexOf("Program.cs", StringComparison.Ordinal)..].Split(" (https:")[0])
            .Distinct()
            .Order(StringComparer.Ordinal)];
}
