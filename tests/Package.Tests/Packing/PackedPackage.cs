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
/// machine do not change. Projects that use it are in the same temporary folder.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>A unique version, so that no cached package is used.</summary>
    public string Version { get; } = "1.0.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    public string Root { get; } = Directory.CreateTempSubdirectory("datazonegen-package-").FullName;

    public string Feed => Path.Combine(Root, "feed");

    public string PackageFile => Path.Combine(Feed, "DataZoneGen." + Version + ".nupkg");

    /// <summary>Restores packages of consumers into the temporary folder. Packages that the machine already has are not copied.</summary>
    internal IReadOnlyDictionary<string, string?> Environment => new Dictionary<string, string?>
    {
        ["NUGET_PACKAGES"] = Path.Combine(Root, "packages"),
        ["NUGET_FALLBACK_PACKAGES"] = MachinePackages(),
    };

    public async Task InitializeAsync()
    {
        var sources = Path.Combine(Root, "sources");
        foreach (var folder in new[] { "generator", "runtime", "models", "docs" })
        {
            Copy(Path.Combine(Repository.Root, folder), Path.Combine(sources, folder));
        }

        foreach (var file in Directory.GetFiles(Repository.Root).Where(static f => !f.EndsWith(".sln", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(sources, Path.GetFileName(file)));
        }

        foreach (var project in new[] { "runtime/DataZoneGen.Runtime.csproj", "runtime/Credentials.Sdk/DataZoneGen.Credentials.Sdk.csproj" })
        {
            var packed = await Commands.DotnetAsync(
                sources, Environment, "pack", project, "-c", "Release", "-o", Feed, "-p:Version=" + Version, "-m:1", "-nodeReuse:false");
            Assert.True(packed.ExitCode == 0, packed.All);
        }
    }

    public Task DisposeAsync()
    {
        Directory.Delete(Root, recursive: true);
        return Task.CompletedTask;
    }

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
