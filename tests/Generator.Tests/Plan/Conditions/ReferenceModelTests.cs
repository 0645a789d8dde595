using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.Json;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>
/// The paths in the models of AWS. The models are in the folder <c>models-reference</c> of the suites, in DATAZONEGEN_SUITES or next to the
/// repository.
/// </summary>
public sealed class ReferenceModelTests
{
    [SuiteFact]
    public void Every_path_of_waiters_and_paginators_is_parsed()
    {
        var paths = Suites.Services().SelectMany(static folder => Suites.Waiters(folder).Concat(Suites.Paginators(folder))).Distinct().ToList();

        Assert.NotEmpty(paths);
        Assert.All(paths, static path => Assert.NotNull(Parser.Parse(path)));
    }

    [SuiteFact]
    public void Every_waiter_and_paginator_of_a_service_that_is_generated_is_compiled()
    {
        var services = Suites.Services().Where(Suites.SpeaksRestJson).ToList();

        Assert.NotEmpty(services);
        Assert.All(services, static folder =>
        {
            var run = Generate(folder);

            Assert.Empty(run.Result.Diagnostics.Where(static d => d.Id is "DZG015" or "DZG016" or "DZG099").Select(static d => d.GetMessage(CultureInfo.InvariantCulture)));
            Compiler.VerifyClean(run.Compilation);
        });
    }

    private static GeneratorRun Generate(string folder)
    {
        var test = new GeneratorTest();
        test.TestState.AdditionalFiles.AddRange(Directory.EnumerateFiles(folder, "*.json").Where(Suites.IsOfC2J).Order(StringComparer.Ordinal)
            .Select(path => new ModelText(path, File.ReadAllText(path)) { Service = Path.GetFileName(folder), Operations = "*" }));
        return test.RunOnly();
    }

    private sealed class SuiteFactAttribute : FactAttribute
    {
        public SuiteFactAttribute() => Skip = Suites.Services().Any() ? null : "There is no folder models-reference beside the repository or in DATAZONEGEN_SUITES.";
    }

    private static class Suites
    {
        public static IEnumerable<string> Services() => Root() is var root && Directory.Exists(root) ? Directory.EnumerateDirectories(root).Order(StringComparer.Ordinal) : [];

        public static IEnumerable<string> Waiters(string folder) => Members(folder, "waiters-2*.json", "waiters")
            .SelectMany(static waiter => waiter.GetProperty("acceptors").EnumerateArray())
            .SelectMany(static acceptor => Strings(acceptor, "argument"));

        public static IEnumerable<string> Paginators(string folder) => Members(folder, "paginators-1*.json", "pagination")
            .SelectMany(static paginator => new[] { "output_token", "result_key", "more_results" }.SelectMany(name => Strings(paginator, name)));

        public static bool SpeaksRestJson(string folder)
        {
            var metadata = Json(Path.Combine(folder, "service-2.json")).GetProperty("metadata");
            return metadata.GetProperty("protocol").ValueEquals("rest-json");
        }

        /// <summary>A folder can contain the same service in other formats.</summary>
        public static bool IsOfC2J(string path) => Path.GetFileName(path) is var name
            && (name.StartsWith("service-2", StringComparison.Ordinal) || name.StartsWith("waiters-2", StringComparison.Ordinal) || name.StartsWith("paginators-1", StringComparison.Ordinal));

        private static string Root() => Path.Combine(
            Environment.GetEnvironmentVariable("DATAZONEGEN_SUITES") is { Length: > 0 } given ? given : Path.Combine(Path.GetDirectoryName(Repository.Root)!, "shared"),
            "models-reference");

        private static IEnumerable<JsonElement> Members(string folder, string pattern, string name) => Directory.EnumerateFiles(folder, pattern)
            .Select(Json)
            .Select(static json => json.TryGetProperty("merge", out var merged) ? merged : json)
            .SelectMany(json => json.GetProperty(name).EnumerateObject().Select(static member => member.Value));

        private static IEnumerable<string> Strings(JsonElement owner, string name) => !owner.TryGetProperty(name, out var value) ? []
            : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(static item => item.GetString()!)
            : [value.GetString()!];

        private static JsonElement Json(string path) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(path));
    }
}
