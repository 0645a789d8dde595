using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;

namespace DataZoneGen.Package.Tests.Packing;

/// <summary>
/// A project outside of the repository that references the package from a folder feed. The analyzers of the SDK are off, because they would take a quarter of the
/// time of a build; <see cref="StrictCompilationTests"/> has them.
/// </summary>
internal sealed class ConsumerProject
{
    private readonly PackedPackage _package;
    private readonly string _name;
    private readonly string _folder;

    public ConsumerProject(PackedPackage package, string name, string items, string program, params (string Name, string Text)[] files)
        : this(package, name, new ConsumerProjectOptions { Items = items }, program, files)
    {
    }

    public ConsumerProject(PackedPackage package, string name, ConsumerProjectOptions options, string program, params (string Name, string Text)[] files)
        : this(
            package,
            name,
            (name + ".csproj", $"""
            <Project Sdk="{options.Sdk}">
              <PropertyGroup>
                <OutputType>{(options.IsLibrary ? "Library" : "Exe")}</OutputType>
                <TargetFramework>{options.TargetFramework}</TargetFramework>
                <RootNamespace>Acme</RootNamespace>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit><EnableNETAnalyzers>false</EnableNETAnalyzers>
            {options.Properties}
              </PropertyGroup>
              <ItemGroup>
            {(options.HasPackage ? $"""    <PackageReference Include="DataZoneGen" Version="{package.Version}" />""" : "")}
                <GlobalAnalyzerConfigFiles Include="*.globalconfig" />
            {options.Items}
              </ItemGroup>
            </Project>
            """),
            [(options.IsLibrary ? "Library.cs" : "Program.cs", program), .. files])
    {
    }

    /// <summary>A project of any kind, with a project file and <paramref name="files"/>.</summary>
    public ConsumerProject(PackedPackage package, string name, (string Name, string Text) project, params (string Name, string Text)[] files)
    {
        _package = package;
        _name = name;
        _folder = Path.Combine(package.Root, "consumers", name);
        Directory.CreateDirectory(_folder);
        AddFile("nuget.config", $"""
            <configuration>
              <packageSources>
                <add key="local" value="{package.Feed}" />
              </packageSources>
            </configuration>
            """);
        AddFile(project.Name, project.Text);
        foreach (var (file, text) in files)
        {
            AddFile(file, text);
        }
    }

    /// <summary>Returns the generated files, if the build wrote them.</summary>
    public IReadOnlyList<string> GeneratedFiles() => Directory.GetFiles(Path.Combine(_folder, "obj"), "*.g.cs", SearchOption.AllDirectories)
        .Where(static file => file.Contains("DataZoneGen.Generator", StringComparison.Ordinal))
        .ToList();

    /// <summary>Files that a build or a publish wrote below a folder of the project, with paths relative to that folder.</summary>
    public IReadOnlyList<string> Files(string folder, string pattern = "*")
    {
        var path = Path.Combine(_folder, folder);
        return !Directory.Exists(path) ? [] : Directory.GetFiles(path, pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>Replaces a file below <c>bin</c> by another one.</summary>
    public void ReplaceOutput(string name, string source) => File.Copy(Path.Combine(_folder, "bin", source), Path.Combine(_folder, "bin", name), overwrite: true);

    public string Read(string name) => File.ReadAllText(Path.Combine(_folder, name));

    public void AddFile(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    public Task<CommandResult> BuildAsync(params string[] options) =>
        Commands.DotnetAsync(_folder, _package.Environment, ["build", .. Commands.BuildOptions, .. Restored, .. options]);

    /// <summary>Runs a design-time build like an editor: all targets except the compiler.</summary>
    public Task<CommandResult> BuildForEditorAsync() => BuildAsync(
        "-t:Compile", "-p:DesignTimeBuild=true", "-p:SkipCompilerExecution=true", "-p:ProvideCommandLineArgs=true", "-getItem:CscCommandLineArgs");

    public Task<CommandResult> PublishAsync(string folder) =>
        Commands.DotnetAsync(_folder, _package.Environment, ["publish", "-o", folder, .. Commands.BuildOptions, .. Restored]);

    public Task<CommandResult> RunAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        Commands.DotnetAsync(
            _folder,
            _package.Environment.Concat(environment).ToDictionary(static e => e.Key, static e => e.Value),
            ["run", .. Restored, "--", .. arguments]);

    /// <summary>Runs the program as the last build wrote it.</summary>
    public Task<CommandResult> ExecuteAsync(IReadOnlyDictionary<string, string?> environment, params string[] arguments) =>
        Commands.DotnetAsync(_folder, environment, ["exec", Path.Combine(_folder, "bin", Files("bin", _name + ".dll").Single()), .. arguments]);

    /// <summary>The option that saves the time of another restore.</summary>
    private string[] Restored => File.Exists(Path.Combine(_folder, "obj", "project.assets.json")) ? ["--no-restore"] : [];
}
