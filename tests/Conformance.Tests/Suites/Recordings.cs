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
/// whoever names a folder means its files.
/// </summary>
internal static class Recordings
{
    private static readonly string OwnFolder = Path.Combine(AppContext.BaseDirectory, "Recordings");

    /// <summary>The services that have a recording of that name, whatever they speak.</summary>
    public static IEnumerable<string> Services(string file) => Directory.EnumerateDirectories(OwnFolder)
        .Select(static folder => Path.GetFileName(folder))
        .Where(service => File.Exists(Own(service, file)))
        .Union(SuitesFolder.RecordedServices(file))
        .Order(StringComparer.Ordinal);

    /// <summary>The services that have a recording of that name and a model that can be generated.</summary>
    public static IEnumerable<string> ServicesWithClient(string file) => Services(file).Where(service => HasClient(service, file));

    /// <summary>Whether there is a model for a recording that can be generated.</summary>
    public static bool HasClient(string service, string file) => IsOwn(service, file) || SuitesFolder.HasClient(service);

    /// <summary>The model for a recording and what belongs to it.</summary>
    public static ServiceFiles Client(string service, string file) =>
        IsOwn(service, file) ? ServiceFiles.Shipped(service, OwnModel(service)) : SuitesFolder.Service(service);

    /// <summary>The endpoint rules for a recording; null when there are none.</summary>
    public static string? FindEndpointRules(string service, string file) =>
        IsOwn(service, file) ? Path.Combine(OwnModel(service), "endpoints.json") : SuitesFolder.FindEndpointRules(service);

    /// <summary>The lines of a recording.</summary>
    public static IReadOnlyList<OracleLine> Lines(string service, string file)
    {
        var isOwn = IsOwn(service, file);
        using var stored = File.OpenRead(isOwn ? Own(service, file) : SuitesFolder.FindRecording(service, file)!);
        using var reader = new StreamReader(isOwn ? new GZipStream(stored, CompressionMode.Decompress) : stored);
        var lines = new List<OracleLine>();
        while (reader.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                lines.Add(new OracleLine(JsonSerializer.Deserialize<JsonElement>(line)));
            }
        }

        return lines;
    }

    private static bool IsOwn(string service, string file) =>
        File.Exists(Own(service, file)) && !(SuitesFolder.IsNamed && SuitesFolder.FindRecording(service, file) is not null);

    private static string Own(string service, string file) => Path.Combine(OwnFolder, service, file + ".gz");

    private static string OwnModel(string service) => Path.Combine(AppContext.BaseDirectory, "models", service);
}
