using System;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Plan.Units;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>The older protocol tests. Nearly every case there has a model of its own, which stands in the case.</summary>
[Collection(ConformanceRun.Collection)]
public sealed class ProtocolLegacy(ConformanceRun run)
{
    private const string Inputs = "conformance/protocols/legacy/input/rest-json.json";
    private const string Outputs = "conformance/protocols/legacy/output/rest-json.json";

    [VectorsFact(Inputs)]
    public Task RequestsAreWrittenAsTheProtocolSays() => CheckAsync("protocols/legacy/input/rest-json", Inputs, ProtocolInput.CheckAsync);

    [VectorsFact(Outputs)]
    public Task AnswersAreReadAsTheProtocolSays() => CheckAsync("protocols/legacy/output/rest-json", Outputs, ProtocolOutput.CheckAsync);

    private Task CheckAsync(string suite, string file, Func<GeneratedClient, OperationPlan, ProtocolCase, Task<CaseOutcome>> check) => run.CheckAsync(
        suite,
        SuitesFolder.Load(file).EnumerateArray()
            .SelectMany(static suite => suite.GetProperty("cases").EnumerateArray().Select(test => new ProtocolCase(suite, test) { IsLegacy = true })),
        static test => test.Id,
        test => SuiteRunner.CheckAsync(Model(test), test.Operation, (client, operation) => check(client, operation, test)));

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
