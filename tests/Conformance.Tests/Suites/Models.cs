using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Whole models, all operations of a service at once: what is generated compiles without a warning.</summary>
[Collection(ConformanceRun.Collection)]
public sealed class Models(ConformanceRun run)
{
    [ModelTheory]
    [Models]
    public Task EveryOperationIsGeneratedOrLeftOutWithAReason(string service)
    {
        var client = GeneratedClient.Of(SuitesFolder.Service(service));
        return run.CheckAsync(
            $"models/{service}", client.Plan.ModeledOperations, static name => name, name => Task.FromResult(Check(client, name)));
    }

    private static CaseOutcome Check(GeneratedClient client, string name)
    {
        if (client.Plan.Operation(name) is not { } operation)
        {
            return SuiteRunner.LeftOut(client.Plan, name);
        }

        // Compiles the client, which throws on the least warning.
        client.Type(operation.Request.Name);
        return new CaseOutcome(null, []);
    }
}
