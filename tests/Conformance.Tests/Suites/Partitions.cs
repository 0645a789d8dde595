using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Wire;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The partitions that the runtime knows, against the published ones: each region listed, and regions that are only named like them.</summary>
public sealed class Partitions(ConformanceRun run) : Suite(run)
{
    private const string File = "conformance/endpoints/partitions.json";

    private static readonly string[] Words = ["north", "isob", "gov", "iso", "de", "us", "x_1"];

    [Vectors(File)]
    public Task RegionsBelongToTheirPartitions()
    {
        var partitions = SuitesFolder.Load(File).GetProperty("partitions").EnumerateArray().ToList();
        return RunAsync(
            "endpoints/partitions", Regions(partitions).Select(static region => new Region(region)), (region, differences) => Check(region.Id, partitions, differences));
    }

    /// <summary>The regions listed, others with the same beginnings, and some that are none.</summary>
    private static IEnumerable<string> Regions(IReadOnlyList<JsonElement> partitions)
    {
        var listed = partitions.SelectMany(static p => p.GetProperty("regions").EnumerateObject().Select(static region => region.Name)).ToList();
        var likely = listed.Where(static region => region.Count(static c => c == '-') > 1).Select(static region => region[..region.LastIndexOf('-')])
            .SelectMany(static start => (string[])[start + "-77", start[..start.LastIndexOf('-')] + "-elsewhere-9", start, start + "-", start + "-1x", "x" + start + "-1"]);
        var mixed = listed.Select(static region => region.Split('-')[0]).Distinct()
            .SelectMany(static first => Words.SelectMany(word => (string[])[$"{first}-{word}-1", $"{first}-{word}-{word}-2"]));
        return listed.Concat(likely).Concat(mixed).Append("nowhere").Distinct();
    }

    private static void Check(string region, IReadOnlyList<JsonElement> partitions, Differences differences)
    {
        var expected = partitions.Cast<JsonElement?>().FirstOrDefault(p => p!.Value.GetProperty("regions").TryGetProperty(region, out _))
            ?? partitions.Cast<JsonElement?>().FirstOrDefault(p => Regex.IsMatch(region, p!.Value.GetProperty("regionRegex").GetString()!, RegexOptions.ECMAScript))
            ?? partitions.First(static p => p.GetProperty("id").ValueEquals("aws"));
        var outputs = expected.GetProperty("outputs");
        var actual = AwsPartition.FromRegion(region);
        differences.Expect("id", expected.GetProperty("id").GetString(), actual.Id);
        differences.Expect("name", outputs.GetProperty("name").GetString(), actual.Id);
        differences.Expect("dnsSuffix", outputs.GetProperty("dnsSuffix").GetString(), actual.DnsSuffix);
        differences.Expect("dualStackDnsSuffix", outputs.GetProperty("dualStackDnsSuffix").GetString(), actual.DualStackDnsSuffix);
        differences.Expect("supportsFIPS", outputs.GetProperty("supportsFIPS").GetBoolean(), actual.SupportsFips);
        differences.Expect("supportsDualStack", outputs.GetProperty("supportsDualStack").GetBoolean(), actual.SupportsDualStack);
        differences.Expect("implicitGlobalRegion", outputs.GetProperty("implicitGlobalRegion").GetString(), actual.ImplicitGlobalRegion);
    }

    private sealed record Region(string Id) : ICase;
}
