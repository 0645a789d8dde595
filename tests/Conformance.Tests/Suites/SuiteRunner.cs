using System;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>What the suites have in common: find the client, find the operation, check the rest.</summary>
internal static class SuiteRunner
{
    /// <summary>Checks every line of a file of recorded calls.</summary>
    public static Task CheckOracleAsync(
        this ConformanceRun run, string service, string suite, string file, Func<GeneratedClient, OperationPlan, OracleLine, Task<CaseOutcome>> check)
    {
        var files = Recordings.Client(service, file);
        return run.CheckAsync(
            $"oracle/{service}/{suite}",
            Recordings.Lines(service, file),
            static line => line.Id,
            line => CheckAsync(files, line.Operation, (client, operation) => check(client, operation, line)));
    }

    /// <summary>Checks every test of a protocol.</summary>
    public static Task CheckProtocolAsync(
        this ConformanceRun run, string direction, string protocol, Func<GeneratedClient, OperationPlan, ProtocolCase, Task<CaseOutcome>> check)
    {
        var files = SuitesFolder.Protocol(protocol);
        return run.CheckAsync(
            $"protocols/{direction}/{protocol}",
            SuitesFolder.ProtocolCases(direction, protocol),
            static test => test.Id,
            test => CheckAsync(files, test.Operation, (client, operation) => check(client, operation, test)));
    }

    /// <summary>The outcome of a vector whose operation, or paginator, the client does not have.</summary>
    public static CaseOutcome LeftOut(ClientPlan plan, string operation) => plan.WhyLeftOut(operation) is { } reason
        ? CaseOutcome.Skipped(reason)
        : new CaseOutcome(null, [$"{operation} is not generated, and no diagnostic says why"]);

    /// <summary>Checks one vector, unless the generator says that it leaves its operation out.</summary>
    public static async Task<CaseOutcome> CheckAsync(
        ServiceFiles files, string operation, Func<GeneratedClient, OperationPlan, Task<CaseOutcome>> check)
    {
        var client = GeneratedClient.Of(files);
        return client.Plan.Operation(operation) is { } plan ? await check(client, plan) : LeftOut(client.Plan, operation);
    }
}
