using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The older protocol tests. Nearly every case there has a model of its own, which stands in the case.</summary>
public sealed class ProtocolLegacy(ConformanceRun run) : Suite(run)
{
    private const string Inputs = "conformance/protocols/legacy/input/rest-json.json";
    private const string Outputs = "conformance/protocols/legacy/output/rest-json.json";

    [Vectors(Inputs)]
    public Task RequestsAreWrittenAsTheProtocolSays() => RunAsync("protocols/legacy/input/rest-json", Inputs, ProtocolInput.CheckAsync);

    [Vectors(Outputs)]
    public Task ResponsesAreReadAsTheProtocolSays() => RunAsync("protocols/legacy/output/rest-json", Outputs, ProtocolOutput.CheckAsync);

    private Task RunAsync(string suite, string file, OperationCheck<ProtocolCase> check) => RunAsync(
        suite,
        SuitesFolder.ProtocolCases(file).Select(static test => test with { IsLegacy = true }),
        (test, differences) => CheckAsync(Model(test), test, check, differences));

    /// <summary>The model of a case: its operation and its suite's shapes, with the metadata that a real model has.</summary>
    private static ServiceFiles Model(ProtocolCase test)
    {
        var given = JsonObject.Create(test.Json.GetProperty("given"))!;
        var metadata = JsonObject.Create(test.Suite.GetProperty("metadata"))!;
        metadata["serviceId"] = "Legacy";
        metadata["signingName"] = "legacy";
        var model = new JsonObject
        {
            ["metadata"] = metadata,
            ["operations"] = new JsonObject { [test.Operation] = given },
            ["shapes"] = JsonNode.Parse(test.Suite.GetProperty("shapes").GetRawText()),
        };
        return ServiceFiles.Inline(test.Id, model.ToJsonString());
    }
}
