using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Reflection.PortableExecutable;
using System.Threading.Tasks;
using DataZoneGen.Package.Tests.Packing;
using Xunit;

namespace DataZoneGen.Package.Tests;

/// <summary>The images of the libraries that have machine code. The tests' package has those of this platform.</summary>
public sealed class ReadyToRunTests(PackedPackage package) : IClassFixture<PackedPackage>
{
    private const string Item = """    <AwsService Include="DataZone" Operations="GetDataSourceRun" />""";

    [Theory]
    [InlineData("tools/net10.0/", "DataZoneGen.Generator.dll", "analyzers/dotnet/cs/")]
    [InlineData("tools/net10.0/", "Scriban.Signed.dll", "analyzers/dotnet/cs/")]
    [InlineData("runtimes/", "DataZoneGen.Runtime.dll", "lib/net8.0/")]
    public void ThePackageHasAnImageAndTheIlOfALibrary(string folder, string file, string folderOfIl)
    {
        using var archive = ZipFile.OpenRead(package.PackageFile);
        var image = Assert.Single(archive.Entries, e => e.FullName.StartsWith(folder, StringComparison.Ordinal) && e.Name == file);

        Assert.True(IsReadyToRun(image));
        Assert.False(IsReadyToRun(archive.GetEntry(folderOfIl + file)!));
    }

    [Fact]
    public async Task BuildsLoadTheImagesOfTheGeneratorAndEditorsTheIl()
    {
        var project = new ConsumerProject(package, "Precompiled", Item, "System.Console.WriteLine();");

        var editor = await project.BuildForEditorAsync();
        var build = await project.BuildAsync("-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs", "-t:Build");

        Assert.True(build.ExitCode == 0, build.All);
        Assert.Equal(["analyzers", "tools", "tools"], AnalyzerFolders(build));
        Assert.Equal(["analyzers", "analyzers", "analyzers"], AnalyzerFolders(editor));
        Assert.NotEmpty(project.Files("bin", "Precompiled.dll"));
    }

    [Fact]
    public async Task ApplicationsOnTheNewestRuntimeUseTheImageAndOthersTheIl()
    {
        var project = new ConsumerProject(package, "Newest", Item, "System.Console.WriteLine(typeof(DataZoneGen.AwsCredentials).Assembly.Location);");

        var run = await project.RunAsync(new Dictionary<string, string?>());

        Assert.True(run.ExitCode == 0, run.All);
        Assert.Contains("/runtimes/", run.Output.Replace('\\', '/'), StringComparison.Ordinal);
        Assert.Contains(project.Files("bin", "DataZoneGen.Runtime.dll"), static file => !file.Contains("/runtimes/", StringComparison.Ordinal));
    }

    /// <summary>Returns the folders of the package from which the compiler loads the code fixes, the generator and its library, in this order.</summary>
    private static string[] AnalyzerFolders(CommandResult build) => build.Output.Replace("\\\\", "/", StringComparison.Ordinal)
        .Split('"')
        .Where(static argument => argument.StartsWith("/analyzer:", StringComparison.Ordinal))
        .Where(static argument => Path.GetFileName(argument) is "DataZoneGen.CodeFixes.dll" or "DataZoneGen.Generator.dll" or "Scriban.Signed.dll")
        .Distinct()
        .OrderBy(static argument => Path.GetFileName(argument), StringComparer.Ordinal)
        .Select(static argument => argument.Contains("/analyzers/dotnet/cs/", StringComparison.Ordinal) ? "analyzers" : argument.Contains("/tools/net10.0/", StringComparison.Ordinal) ? "tools" : argument)
        .ToArray();

    private static bool IsReadyToRun(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        bytes.Position = 0;
        using var reader = new PEReader(bytes);
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }
}
