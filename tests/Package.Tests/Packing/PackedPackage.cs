using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Packing;

/// <summary>
/// The package, packed once from a copy of the sources in a temporary folder, so that the repository and the package cache of the
/// machine do not change. Projects that use it are in the same temporary folder. The classes of tests that use it run in parallel.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private static readonly Lazy<Task<(string Root, string Version)>> Packed = new(PackAsync);

    private (string Root, string Version) _packed;

    /// <summary>A unique version, so that no cached package is used.</summary>
    public string Version => _packed.Version;

    public string Root => _packed.Root;

    public string Feed => Path.Combine(Root, "feed");

    public string PackageFile => Path.Combine(Feed, "DataZoneGen." + Version + ".nupkg");

    /// <summary>Restores packages of consumers into the temporary folder. Packages that the machine already has are not copied.</summary>
    internal IReadOnlyDictionary<string, string?> Environment => CreateEnvironment(Root);

    public async Task InitializeAsync() => _packed = await Packed.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task<(string Root, string Version)> PackAsync()
    {
        var root = Directory.CreateTempSubdirectory("datazonegen-package-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        var version = "1.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);
        var sources = Path.Combine(root, "sources");
        foreach (var folder in new[] { "generator", "runtime", "models", "docs" })
        {
            Copy(Path.Combine(Repository.Root, folder), Path.Combine(sources, folder));
        }

        foreach (var file in Directory.GetFiles(Repository.Root).Where(static f => !f.EndsWith(".sln", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(sources, Path.GetFileName(file)));
        }

        foreach (var project in new[] { "DataZoneGen.Runtime.csproj", "Credentials.Sdk/DataZoneGen.Credentials.Sdk.csproj", "Testing/DataZoneGen.Testing.csproj" })
        {
            // Without analyzers, because the build of the repository has them.
            var packed = await Commands.DotnetAsync(
                sources,
                CreateEnvironment(root),
                ["pack", "runtime/" + project, "-c", "Release", "-o", Path.Combine(root, "feed"), "-p:Version=" + version, "-p:RunAnalyzers=false", .. Commands.BuildOptions]);
            Assert.True(packed.ExitCode == 0, packed.All);
        }

        return (root, version);
    }

    private static Dictionary<string, string?> CreateEnvironment(string root) => new()
    {
        ["NUGET_PACKAGES"] = Path.Combine(root, "packages"),
        ["NUGET_FALLBACK_PACKAGES"] = MachinePackages(),
    };

    private static string MachinePackages() =>
        System.Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(System.Environment.GetFolderPath(System.Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from).Where(static f => Path.GetFileName(f) is not ("bin" or "obj")))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
