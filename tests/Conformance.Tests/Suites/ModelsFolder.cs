using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics;
using System.IO;
using System.Linq;
using DataZoneGen.Conformance.Tests.Generation;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>
/// Finds AWS's models of all services, a folder for each service. The environment names their folder; else they are in an archive in the suites
/// folder, which is unpacked when a model is needed for the first time and deleted after the last suite.
/// </summary>
internal static class ModelsFolder
{
    /// <summary>The archive in the suites folder.</summary>
    public const string Archive = "models-all/models.tar.xz";

    private const string Variable = "DATAZONEGEN_MODELS";

    // Models that are large enough to have all kinds of shapes, and small enough for every test run.
    private const long MinSampleBytes = 50 * 1024;
    private const long MaxSampleBytes = 1024 * 1024;

    private static readonly Lazy<(string? Root, string? Problem)> Content = new(Open);

    /// <summary>Whether the environment names the folder.</summary>
    public static bool IsNamed => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>Whether there are models, packed or not.</summary>
    public static bool Exists => IsNamed || SuitesFolder.Find(Archive) is not null;

    /// <summary>The folder; null when there are no models, or the archive cannot be unpacked.</summary>
    public static string? Root => Content.Value.Root;

    /// <summary>Why the archive cannot be unpacked; null when it can.</summary>
    public static string? Problem => Content.Value.Problem;

    /// <summary>All models of the folder.</summary>
    public static IReadOnlyList<ServiceFiles> All => [.. Services.Select(static folder => ServiceFiles.InFolders(Path.GetFileName(folder), folder) with { HasFake = true })];

    /// <summary>A model of each combination of protocols: the smallest that is not too small.</summary>
    public static IReadOnlyList<ServiceFiles> Sample =>
    [
        .. All.Select(static files => (Files: files, new FileInfo(files.Model).Length))
            .Where(static model => model.Length <= MaxSampleBytes)
            .GroupBy(static model => Protocols(model.Files), StringComparer.Ordinal)
            .OrderBy(static group => group.Key, StringComparer.Ordinal)
            .Select(static group => group
                .OrderBy(static model => model.Length < MinSampleBytes)
                .ThenBy(static model => model.Length < MinSampleBytes ? -model.Length : model.Length)
                .First().Files),
    ];

    /// <summary>Deletes what was unpacked.</summary>
    public static void Delete()
    {
        if (!IsNamed && Content is { IsValueCreated: true, Value.Root: { } unpacked })
        {
            Directory.Delete(unpacked, recursive: true);
        }
    }

    private static IEnumerable<string> Services => Root is null
        ? []
        : Directory.EnumerateDirectories(Root)
            .Where(static folder => File.Exists(Path.Combine(folder, ServiceFiles.ModelFile)))
            .Order(StringComparer.Ordinal);

    private static string Protocols(ServiceFiles files)
    {
        var metadata = ServiceFiles.ReadMetadata(files.Model);
        var protocols = metadata.TryGetProperty("protocols", out var all)
            ? string.Join(',', all.EnumerateArray().Select(static protocol => protocol.GetString()))
            : metadata.GetProperty("protocol").GetString();
        return metadata.TryGetProperty("jsonVersion", out var version) ? protocols + " " + version.GetString() : protocols!;
    }

    private static (string? Root, string? Problem) Open()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? (named, null) : throw new DirectoryNotFoundException(Variable + " names a folder that does not exist: " + named);
        }

        return SuitesFolder.Find(Archive) is { } archive ? Unpack(archive) : (null, null);
    }

    /// <summary>.NET reads tar, but no xz.</summary>
    private static (string? Root, string? Problem) Unpack(string archive)
    {
        var folder = Directory.CreateTempSubdirectory("datazonegen-models-");
        try
        {
            using var tar = Process.Start(new ProcessStartInfo("tar", ["-xJf", archive, "-C", folder.FullName, "--strip-components=1"])
            {
                RedirectStandardError = true,
            })!;
            var errors = tar.StandardError.ReadToEnd();
            tar.WaitForExit();
            if (tar.ExitCode == 0)
            {
                return (folder.FullName, null);
            }

            folder.Delete(recursive: true);
            return (null, "tar cannot unpack " + archive + ": " + errors.Trim());
        }
        catch (Win32Exception exception)
        {
            folder.Delete(recursive: true);
            return (null, "tar, which unpacks " + archive + ", cannot be started: " + exception.Message);
        }
    }
}
