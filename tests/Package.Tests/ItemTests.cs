using System;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>AwsService items in real projects: folders of any name, items in several files, the SDK for web projects.</summary>
public sealed class ItemTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    [Fact]
    public async Task ItemsOfOneServiceFormOneClient()
    {
        var project = new ConsumerProject(
            package,
            "United",
            """
                <AwsService Include="datazone" Operations="List*; -ListRules" />
                <AwsService Include="models/c#'s/things.json" Operations="GetThing" />
                <AwsService Include="./models/../models/c#'s/things.json" Operations="CancelThing" />
            """,
            """
            using Acme.DataZone;

            System.Console.WriteLine(string.Join(" ", nameof(IDataZoneClient.GetDomainAsync), nameof(IDataZoneClient.ListRulesAsync), nameof(IDataZoneClient.ListDomainsAsync),
                nameof(IDataZoneClient.GetThingAsync), nameof(IDataZoneClient.CancelThingAsync)));
            """,
            ("Directory.Build.props", """
            <Project>
              <ItemGroup>
                <AwsService Include="DataZone" Operations="GetDomain" />
                <AwsService Include="DataZone" Operations="ListRules" />
              </ItemGroup>
            </Project>
            """),
            ("models/c#'s/things.json", Things));

        var result = await project.BuildAsync();

        Assert.True(result.ExitCode == 0, result.All);
    }

    [Theory]
    [InlineData("InCompiler", "")]
    [InlineData("IntoFiles", "    <DataZoneGenEmitTo>file</DataZoneGenEmitTo>")]
    public async Task OnlyFilesOfSelectedOperationsOfThePackageAreRead(string name, string properties)
    {
        var project = new ConsumerProject(
            package,
            name,
            new ConsumerProjectOptions
            {
                Properties = "    <DataZoneGenModels>$(MSBuildProjectDirectory)/own/</DataZoneGenModels>\n    <NoWarn>DZG019</NoWarn>\n" + properties,
                Items = """    <AwsService Include="things" Operations="GetThing" />""",
            },
            "System.Console.WriteLine(nameof(Acme.Things.IThingsClient.GetThingAsync));",
            ("own/things/service.json", """{"metadata": {"serviceId": "Things", "protocol": "rest-json", "endpointPrefix": "things", "signatureVersion": "v4"}}"""),
            ("own/things/operations/GetThing.json", """{"operations": {"GetThing": {"name": "GetThing", "http": {"method": "GET", "requestUri": "/thing"}}}}"""),
            ("own/things/operations/ListThings.json", "This cannot be read."));

        var result = await project.BuildAsync();

        Assert.True(result.ExitCode == 0, result.All);
    }

    [Theory]
    [InlineData("ListInItem", """    <AwsService Include="thing.json" Operations="GetThing" />""")]
    [InlineData("ListInMetadata", """    <AdditionalFiles Include="thing.json" AwsOperations="GetThing" />""")]
    public async Task TheProjectFileIsAnAdditionalFileSoThatFixesCanEditIt(string name, string items)
    {
        var project = new ConsumerProject(
            package,
            name,
            new ConsumerProjectOptions { Items = items, Properties = "    <NoWarn>DZG019</NoWarn>" },
            "System.Console.WriteLine(nameof(Acme.Things.IThingsClient.GetThingAsync));",
            ("thing.json", """
                {
                  "metadata": {"serviceId": "Things", "protocol": "rest-json", "endpointPrefix": "things", "signatureVersion": "v4"},
                  "operations": {"GetThing": {"name": "GetThing", "http": {"method": "GET", "requestUri": "/thing"}}}
                }
                """));

        var inEditor = await project.BuildForEditorAsync();
        var built = await project.BuildAsync();

        // The compiler loads no code fixes. A warning about their assembly would be an error.
        Assert.True(built.ExitCode == 0, built.All);
        Assert.Matches("/additionalfile:[^\"]*" + name + "\\.csproj", inEditor.Output);
    }

    [Fact]
    public async Task AFolderNamedLikeTheServiceDoesNotHideIt()
    {
        var project = new ConsumerProject(
            package,
            "Folder",
            """    <AwsService Include="DataZone" Operations="GetDomain" />""",
            "System.Console.WriteLine(typeof(Acme.DataZone.DataZoneClient));",
            ("DataZone/Notes.cs", "// Our own code about DataZone."));

        var result = await project.BuildAsync();

        Assert.True(result.ExitCode == 0, result.All);
    }

    [Fact]
    public async Task AnItemThatNamesAFolderIsAnErrorWithASuggestion()
    {
        var project = new ConsumerProject(
            package,
            "NamesFolder",
            """    <AwsService Include="models" Operation="GetThing" />""",
            "System.Console.WriteLine();",
            ("models/things.json", Things));

        var result = await project.BuildAsync("-p:TreatWarningsAsErrors=false");

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("NamesFolder.csproj(14,6): error DZG023: AwsService 'models' is a folder; include a file in it, or all of its files as 'models/*.json'", result.Output, StringComparison.Ordinal);
        Assert.Contains("NamesFolder.csproj(14,34): warning DZG024: 'Operation' is not known metadata of AwsService and has no effect; did you mean 'Operations'?", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AdditionalFilesWithMetadataAreItems()
    {
        var project = new ConsumerProject(
            package,
            "Plain",
            """    <AdditionalFiles Include="things.json" AwsOperations="GetThing|CancelThing" AwsNamespace="Acme.Things" />""",
            "System.Console.WriteLine(nameof(Acme.Things.IDataZoneClient.GetThingAsync) + nameof(Acme.Things.IDataZoneClient.CancelThingAsync));",
            ("things.json", Things.Replace("\"serviceId\": \"DataZone\"", "\"serviceId\": \"DataZone\", \"protocol\": \"rest-json\"", StringComparison.Ordinal)));

        var result = await project.BuildAsync("-p:NoWarn=DZG019");

        Assert.True(result.ExitCode == 0, result.All);
    }

    [Fact]
    public async Task AWebProjectDoesNotPublishItsModelFiles()
    {
        var project = new ConsumerProject(
            package,
            "WebModels",
            new ConsumerProjectOptions
            {
                Sdk = "Microsoft.NET.Sdk.Web",
                Items = """
                        <AwsService Include="DataZone" Operations="GetDomain" />
                        <AwsService Include="models/things.json" />
                    """,
            },
            "System.Console.WriteLine(nameof(Acme.DataZone.IDataZoneClient.GetThingAsync));",
            ("models/things.json", Things),
            ("models/paginators-1.json", """{ "pagination": {} }"""),
            ("models/ours.json", "{}"),
            ("appsettings.json", "{}"));

        var result = await project.PublishAsync("out");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Equal(["appsettings.json", "models/ours.json"], project.Files("out", "*.json").Where(static file => !file.StartsWith("WebModels.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task AProjectWithATransitivePackageReferenceCanHaveItems()
    {
        _ = new ConsumerProject(
            package,
            "Acme.Library",
            new ConsumerProjectOptions { IsLibrary = true, Items = """    <AwsService Include="DataZone" Operations="GetDomain" />""" },
            "// Nothing but the client.");
        var project = new ConsumerProject(
            package,
            "Behind",
            new ConsumerProjectOptions
            {
                HasPackage = false,
                Items = """
                        <ProjectReference Include="../Acme.Library/Acme.Library.csproj" />
                        <AwsService Include="DataZone" Operations="ListDomains" Namespace="Acme.Behind" />
                    """,
            },
            "System.Console.WriteLine(nameof(Acme.DataZone.IDataZoneClient.GetDomainAsync) + nameof(Acme.Behind.IDataZoneClient.ListDomainsAsync));");

        var result = await project.BuildAsync();

        Assert.True(result.ExitCode == 0, result.All);
    }

    /// <summary>A model file with operations for the service DataZone.</summary>
    private const string Things = """
        {
          "metadata": { "serviceId": "DataZone" },
          "operations": {
            "GetThing": { "http": { "method": "GET", "requestUri": "/v2/things" } },
            "CancelThing": { "http": { "method": "DELETE", "requestUri": "/v2/things" } }
          }
        }
        """;
}
