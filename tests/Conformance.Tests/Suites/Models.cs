using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Whole models, all operations of a service at once: what is generated compiles without a warning.</summary>
public sealed class Models(ConformanceRun run) : Suite(run)
{
    [Models]
    public Task EveryOperationIsGeneratedOrLeftOutWithAReason(string service)
    {
        var files = SuitesFolder.Service(service);
        return RunAsync($"models/{service}", GeneratedClient.Of(files).Plan.ModeledOperations.Select(static name => new ModeledOperation(name)), files, CheckAsync);
    }

    /// <summary>Compiles the client, which throws on the least warning.</summary>
    private static Task CheckAsync(GeneratedClient client, OperationPlan operation, ModeledOperation modeled, Differences differences) =>
        Task.FromResult(client.Type(operation.Request.Name));

    private sealed record ModeledOperation(string Operation) : IOperationCase
    {
        public string Id => Operation;
    }
}
