using System;
using System.Collections.Generic;
using System.IO;
using System.IO.Compression;
using System.Linq;
using System.Text.Json;
using DataZoneGen.Conformance.Tests.Generation;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>
/// Finds recorded calls, and the model for each recording. Those of DataZone are part of the repository and are checked against the model that the
/// package ships. A suites folder adds other services. Of a file that both have, the repository's is taken, unless the environment names the folder:
/// whoever names a folder means its files. If the package ships a model of another service, its operations are also checked against that model, as a
/// recording whose name starts with <c>shipped-</c>.
/// </summary>
internal static class Recordings
{
    private const string ShippedPrefix = "shipped-";

    private static readonly string OwnFolder = Path.Combine(AppContext.BaseDirectory, "Recordings");

    /// <summary>The recordings that have a file of that name. A service has one for each protocol it was recorded with.</summary>
    public static IEnumerable<string> All(string file) => Directory.EnumerateDirectories(OwnFolder)
        .Select(static folder => Path.GetFileName(folder))
        .Where(recording => File.Exists(Own(recording, file)))
        .Union(SuitesFolder.Recordings(file))
        .Union(Shipped(file))
        .Order(StringComparer.Ordinal);

    /// <summary>The model for a recording and what belongs to it, with the recorded protocol; null when there is no model.</summary>
    public static ServiceFiles? FindClient(string recording, string file)
    {
        if (IsOwn(recording, file) || IsShipped(recording))
        {
            return ServiceFiles.Shipped(ServiceOf(recording), OwnModel(recording));
        }

        var first = Read(recording, file).First();
        return SuitesFolder.FindService(first.Service, first.Protocol);
    }

    /// <summary>The endpoint rules for a recording; null when there are none.</summary>
    public static string? FindEndpointRules(string recording, string file) => IsOwn(recording, file) || IsShipped(recording)
        ? Path.Combine(OwnModel(recording), "endpoints.json")
        : SuitesFolder.FindEndpointRules(Read(recording, file).First().Service);

    /// <summary>The lines of a recording.</summary>
    public static IReadOnlyList<OracleLine> Lines(string recording, string file) => IsShipped(recording)
        ? Read(ServiceOf(recording), file).Where(line => HasOperation(recording, line.Operation)).ToList()
        : Read(recording, file).ToList();

    private static IEnumerable<string> Shipped(string file) => Directory.EnumerateDirectories(Path.Combine(AppContext.BaseDirectory, "models"))
        .Select(static folder => Path.GetFileName(folder))
        .Where(service => !File.Exists(Own(service, file)) && SuitesFolder.FindRecording(service, file) is not null)
        .Select(static service => ShippedPrefix + service);

    private static bool IsShipped(string recording) => recording.StartsWith(ShippedPrefix, StringComparison.Ordinal);

    private static string ServiceOf(string recording) => IsShipped(recording) ? recording[ShippedPrefix.Length..] : recording;

    private static bool HasOperation(string recording, string operation) => File.Exists(Path.Combine(OwnModel(recording), "operations", operation + ".json"));

    private static IEnumerable<OracleLine> Read(string recording, string file)
    {
        var isOwn = IsOwn(recording, file);
        using var stored = File.OpenRead(isOwn ? Own(recording, file) : SuitesFolder.FindRecording(recording, file)!);
        using var reader = new StreamReader(isOwn ? new GZipStream(stored, CompressionMode.Decompress) : stored);
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                yield return new OracleLine(JsonSerializer.Deserialize<JsonElement>(line));
            }
        }
    }

    private static bool IsOwn(string recording, string file) =>
        File.Exists(Own(recording, file)) && !(SuitesFolder.IsNamed && SuitesFolder.FindRecording(recording, file) is not null);

    private static string Own(string recording, string file) => Path.Combine(OwnFolder, recording, file + ".gz");

    private static string OwnModel(string recording) => Path.Combine(AppContext.BaseDirectory, "models", ServiceOf(recording));
}
