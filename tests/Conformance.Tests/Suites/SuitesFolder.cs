using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>
/// Finds the vectors that are no part of the repository: the environment names their folder, or it lies beside the
/// repository. What is in it decides what is run; nothing here knows a service or a case.
/// </summary>
internal static class SuitesFolder
{
    private const string Variable = "DATAZONEGEN_SUITES";

    public const string Missing =
        "There is no folder of suites: " + Variable + " does not name one, and there is no folder 'shared' beside the repository.";

    /// <summary>The folder, or null when there is none.</summary>
    public static string? Root { get; } = FindRoot();

    /// <summary>Whether the environment names the folder.</summary>
    public static bool IsNamed => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 };

    /// <summary>The recordings that have a file of that name. A service has one for each protocol it was recorded with.</summary>
    public static IEnumerable<string> Recordings(string file) => Folders("oracle")
        .Select(static folder => Path.GetFileName(folder))
        .Where(recording => FindRecording(recording, file) is not null);

    /// <summary>A file of recorded calls; null when it is not there.</summary>
    public static string? FindRecording(string recording, string file) => Find(Path.Combine("oracle", recording, file));

    /// <summary>The protocols that have tests of that direction, <c>input</c> or <c>output</c>.</summary>
    public static IEnumerable<string> Protocols(string direction) => Files(Path.Combine("conformance", "protocols", direction))
        .Select(static file => Path.GetFileNameWithoutExtension(file))
        .Where(static name => File.Exists(ProtocolModel(name)));

    /// <summary>The protocols that have older tests of that direction.</summary>
    public static IEnumerable<string> LegacyProtocols(string direction) => Files(Path.Combine("conformance", "protocols", "legacy", direction))
        .Select(static file => Path.GetFileNameWithoutExtension(file));

    /// <summary>The services that have a model of their own among the suites.</summary>
    public static IEnumerable<string> Services() => Folders("models-reference")
        .Where(static folder => File.Exists(Path.Combine(folder, ServiceFiles.ModelFile)))
        .Select(static folder => Path.GetFileName(folder));

    /// <summary>The services that have endpoint rules and tests for them.</summary>
    public static IEnumerable<string> EndpointServices() => Folders(Path.Combine("conformance", "endpoints"))
        .Select(static folder => Path.GetFileName(folder))
        .Where(static name => File.Exists(EndpointRules(name)) && File.Exists(At("conformance", "endpoints", name, "endpoint-tests-1.json")));

    /// <summary>The endpoint rules of a service, which are with their tests or beside its model; null when there are none.</summary>
    public static string? FindEndpointRules(string name) => FoldersOf(name)
        .Select(static folder => Path.Combine(folder, "endpoint-rule-set-1.json")).FirstOrDefault(File.Exists);

    /// <summary>The endpoint rules of a service.</summary>
    public static string EndpointRules(string name) => At("conformance", "endpoints", name, "endpoint-rule-set-1.json");

    /// <summary>The tests of a service's endpoint rules, in the order of the file.</summary>
    public static IReadOnlyList<EndpointCase> EndpointCases(string name) => Load(Path.Combine("conformance", "endpoints", name, "endpoint-tests-1.json"))
        .GetProperty("testCases")
        .EnumerateArray()
        .Select(static (test, index) => new EndpointCase(index, test))
        .ToList();

    /// <summary>The model of a service and what belongs to it; null when there is no model.</summary>
    /// <param name="name">The service.</param>
    /// <param name="protocol">The protocol that the client must use; null if the generator is to choose.</param>
    public static ServiceFiles? FindService(string name, string? protocol = null)
    {
        var folders = FoldersOf(name).SkipWhile(static folder => !File.Exists(Path.Combine(folder, ServiceFiles.ModelFile))).ToList();
        return folders.Count == 0 ? null : ServiceFiles.InFolders(name, folders) with { Protocol = protocol };
    }

    /// <summary>The model for the tests of a protocol, and the protocol that they are for.</summary>
    public static ServiceFiles Protocol(string name, IReadOnlyList<ProtocolCase> cases) =>
        new(name, [ProtocolModel(name)]) { Protocol = cases.Select(static test => test.Protocol).FirstOrDefault() };

    /// <summary>The protocol tests of a file.</summary>
    public static IReadOnlyList<ProtocolCase> ProtocolCases(string relative) => Load(relative).EnumerateArray()
        .SelectMany(static suite => suite.GetProperty("cases").EnumerateArray().Select(test => new ProtocolCase(suite, test)))
        .ToList();

    /// <summary>A file of vectors, or null when it is not there.</summary>
    public static string? Find(string relative) => Root is not null && At(relative) is var path && File.Exists(path) ? path : null;

    /// <summary>The content of a file of vectors.</summary>
    public static JsonElement Load(string relative) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(At(relative)));

    /// <summary>The folders that may have the model of a service and what belongs to it.</summary>
    private static IEnumerable<string> FoldersOf(string service)
    {
        yield return At("models-reference", service);
        yield return At("conformance", "endpoints", service);
        if (ModelsFolder.Root is { } models)
        {
            yield return Path.Combine(models, service);
        }
    }

    private static string ProtocolModel(string name) => At("conformance", "protocols", "models", name + ".service-2.json");

    private static string At(params string[] parts) => Path.Combine([Root!, .. parts]);

    private static IEnumerable<string> Folders(string folder) => Root is not null && Directory.Exists(At(folder))
        ? Directory.EnumerateDirectories(At(folder)).Order(StringComparer.Ordinal)
        : [];

    private static IEnumerable<string> Files(string folder) => Root is not null && Directory.Exists(At(folder))
        ? Directory.EnumerateFiles(At(folder), "*.json").Order(StringComparer.Ordinal)
        : [];

    private static string? FindRoot()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "DataZoneGen.sln")) || Path.Exists(Path.Combine(folder.FullName, ".git")))
            {
                var beside = Path.Combine(folder.Parent?.FullName ?? folder.FullName, "shared");
                return Directory.Exists(beside) ? beside : null;
            }
        }

        return null;
    }
}

/// <summary>One recorded call, or one paginator or token.</summary>
internal sealed record OracleLine(JsonElement Json) : IOperationCase
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Operation => Json.GetProperty("operation").GetString()!;

    /// <summary>The service's own name.</summary>
    public string Service => Json.GetProperty("service").GetString()!;

    /// <summary>The protocol of the call. Recordings of restJson1 do not name it.</summary>
    public string Protocol => Json.TryGetProperty("protocol", out var protocol) ? protocol.GetString()! : "rest-json";

    public BodyFormat Format => BodyFormat.Of(Protocol);

    /// <summary>A recorded query: pairs of name and value.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Query(JsonElement query) =>
        query.EnumerateArray().Select(static p => KeyValuePair.Create(p[0].GetString()!, p[1].GetString()!));
}

/// <summary>One test of endpoint rules. Several may have the same description.</summary>
internal sealed record EndpointCase(int Index, JsonElement Json) : ICase
{
    public string Id => $"{Index:D4} " + (Json.TryGetProperty("documentation", out var documentation) ? documentation.GetString() : "");
}

/// <summary>A case whose id is no member of its JSON.</summary>
internal sealed record JsonCase(string Id, JsonElement Json) : ICase
{
    /// <summary>The cases of an array, by a member of theirs.</summary>
    public static IEnumerable<JsonCase> ByName(JsonElement cases, string member = "name") =>
        cases.EnumerateArray().Select(test => new JsonCase(test.GetProperty(member).GetString()!, test));
}

/// <summary>A case that is a check of its own.</summary>
internal sealed record NamedCheck(string Id, Func<Differences, Task> Check) : ICase
{
    public NamedCheck(string id, Action<Differences> check)
        : this(id, differences =>
        {
            check(differences);
            return Task.CompletedTask;
        })
    {
    }
}

/// <summary>One protocol test with the suite that it stands in.</summary>
internal sealed record ProtocolCase(JsonElement Suite, JsonElement Json) : IOperationCase
{
    public string Id => Json.GetProperty("id").GetString()!;

    public string Operation => Json.GetProperty("given").GetProperty("name").GetString()!;

    public string? Protocol => Suite.GetProperty("metadata").GetProperty("protocol").GetString();

    public BodyFormat Format => BodyFormat.Of(Protocol);

    /// <summary>Whether the test is one of the older ones, which write no blank after the commas of a list in a header.</summary>
    public bool IsLegacy { get; init; }
}
