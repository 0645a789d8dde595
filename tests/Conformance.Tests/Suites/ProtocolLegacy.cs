using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The older protocol tests. Nearly every case there has a model of its own, which stands in the case.</summary>
public sealed class ProtocolLegacy(ConformanceRun run) : Suite(run)
{
    [LegacyProtocolTests("input")]
    public Task RequestsAreWrittenAsTheProtocolSays(string protocol) => RunAsync("input/" + protocol, ProtocolInput.CheckAsync);

    [LegacyProtocolTests("output")]
    public Task ResponsesAreReadAsTheProtocolSays(string protocol) => RunAsync("output/" + protocol, ProtocolOutput.CheckAsync);

    private Task RunAsync(string file, OperationCheck<ProtocolCase> check) => RunAsync(
        "protocols/legacy/" + file,
        SuitesFolder.ProtocolCases($"conformance/protocols/legacy/{file}.json").Select(static test => test with { IsLegacy = true }),
        (test, differences) => CheckAsync(Model(test), test, check, differences));

    /// <summary>The model of a case: its operation and its suite's shapes, with the metadata that a real model has.</summary>
    private static ServiceFiles Model(ProtocolCase test)
    {
        var given = JsonObject.Create(test.Json.GetProperty("given"))!;
        var metadata = JsonObject.Create(test.Suite.GetProperty("metadata"))!;
        metadata["serviceId"] = "Legacy";
        metadata["signingName"] = "legacy";
        if (test.Protocol == "json")
        {
            metadata["jsonVersion"] ??= "1.1";
            metadata["targetPrefix"] ??= "Legacy";
        }

        var model = new JsonObject
        {
            ["metadata"] = metadata,
            ["operations"] = new JsonObject { [test.Operation] = given },
            ["shapes"] = JsonNode.Parse(test.Suite.GetProperty("shapes").GetRawText()),
        };
        return ServiceFiles.Inline(test.Id, model.ToJsonString());
    }
}
