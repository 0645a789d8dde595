using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>Unsupported projects get one clear message.</summary>
public sealed class UnsupportedProjectTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Code = "class C { Acme.DataZone.DataZoneClient client; DataZoneGen.AwsClientOptions options; }";

    private const string Item = """<AwsService Include="DataZone" Operations="GetDomain" />""";

    [Theory]
    [InlineData("netstandard2.0")]
    [InlineData("net472")]
    [InlineData("net6.0")]
    public async Task AnUnsupportedTargetFrameworkIsOneError(string framework)
    {
        // Without downloads of reference assemblies: the error comes before the compiler would need them.
        var project = Project("Old" + framework, ".csproj", $"""
            <TargetFramework>{framework}</TargetFramework>
            <AutomaticallyUseReferenceAssemblyPackages>false</AutomaticallyUseReferenceAssemblyPackages>
            """, Item, ("C.cs", Code));

        var result = await project.BuildAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("error DZG025: Clients of DataZoneGen require .NET 8 or newer, but this project targets '" + framework + "'.", Assert.Single(Errors(result)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnlyUnsupportedTargetFrameworksFail()
    {
        var project = Project("Several", ".csproj", "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>", Item, ("C.cs", Code));

        var result = await project.BuildAsync();

        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("DZG025", Assert.Single(Errors(result)), StringComparison.Ordinal);
        Assert.Contains("Debug/net10.0/Several.dll", project.Files("bin"));
    }

    [Fact]
    public async Task ATargetFrameworkWithoutItemsBuildsWithoutAClient()
    {
        var project = Project(
            "Conditional",
            ".csproj",
            "<TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks>",
            """<AwsService Include="DataZone" Operations="GetDomain" Condition="'$(TargetFramework)' == 'net10.0'" />""",
            ("C.cs", "#if NET\n" + Code + "\n#endif"));

        var result = await project.BuildAsync();

        Assert.True(result.ExitCode == 0, result.All);
    }

    [Theory]
    [InlineData(".vbproj", "C.vb", "Class C\nEnd Class", "VB")]
    [InlineData(".fsproj", "C.fs", "module C", "F#")]
    public async Task AProjectInAnotherLanguageGetsAWarning(string extension, string file, string code, string language)
    {
        var project = Project("Other" + extension[1..3], extension, "<TargetFramework>net10.0</TargetFramework>", Item + $"""<Compile Include="{file}" />""", (file, code));

        var result = await project.BuildAsync("-p:EnableDefaultCompileItems=false");

        Assert.True(result.ExitCode == 0, result.All);
        Assert.Contains("warning DZG026: Nothing is generated for the AwsService items: DataZoneGen generates C#, but the language of this project is " + language + ".", result.Output, StringComparison.Ordinal);
    }

    private ConsumerProject Project(string name, string extension, string properties, string items, params (string Name, string Text)[] files) => new(
        package,
        name,
        (name + extension, $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <RootNamespace>Acme</RootNamespace>
            <NuGetAudit>false</NuGetAudit>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="DataZoneGen" Version="{package.Version}" />
            {items}
          </ItemGroup>
        </Project>
        """),
        files);

    private static List<string> Errors(CommandResult result) =>
        [.. result.Output.Split('\n').Where(static line => line.Contains("error ", StringComparison.Ordinal)).Select(static line => line.Trim()).Distinct()];
}
