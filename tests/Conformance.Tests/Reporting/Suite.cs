using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;
using Xunit;

namespace DataZoneGen.Conformance.Tests.Reporting;

/// <summary>One case of a suite.</summary>
internal interface ICase
{
    string Id { get; }
}

/// <summary>A case that calls an operation of a generated client.</summary>
internal interface IOperationCase : ICase
{
    /// <summary>The operation's name in the model.</summary>
    string Operation { get; }
}

/// <summary>Checks a case with the client and the operation that it calls.</summary>
internal delegate Task OperationCheck<in T>(GeneratedClient client, OperationPlan operation, T test, Differences differences);

/// <summary>What all suites share. A suite states its cases and how one of them is checked.</summary>
[Collection(ConformanceRun.Collection)]
public abstract class Suite(ConformanceRun run)
{
    /// <summary>Runs the cases and fails when one of them fails that is not known to.</summary>
    private protected Task RunAsync<T>(string name, IEnumerable<T> cases, Func<T, Differences, Task> check)
        where T : ICase => run.RunAsync(name, cases, check);

    private protected Task RunAsync<T>(string name, IEnumerable<T> cases, Action<T, Differences> check)
        where T : ICase => run.RunAsync(name, cases, (test, differences) =>
        {
            check(test, differences);
            return Task.CompletedTask;
        });

    /// <summary>Runs the cases through the generated client of their service; skips them if there is no model of it.</summary>
    private protected Task RunAsync<T>(string name, IEnumerable<T> cases, ServiceFiles? service, OperationCheck<T> check)
        where T : IOperationCase => RunAsync(name, cases, (test, differences) => CheckAsync(service, test, check, differences));

    /// <summary>Checks a case, unless the generator reports that it leaves the operation out.</summary>
    internal static Task CheckAsync<T>(ServiceFiles? service, T test, OperationCheck<T> check, Differences differences)
        where T : IOperationCase
    {
        if (service is null)
        {
            differences.Skip("there is no model of the service");
            return Task.CompletedTask;
        }

        var client = GeneratedClient.Of(service);
        if (client.Plan.Operation(test.Operation) is { } operation)
        {
            return check(client, operation, test, differences);
        }

        SkipLeftOut(client.Plan, test.Operation, differences);
        return Task.CompletedTask;
    }

    /// <summary>Skips a case whose operation, or paginator, the client does not have; a diagnostic must say why.</summary>
    private protected static void SkipLeftOut(ClientPlan plan, string operation, Differences differences)
    {
        if (plan.WhyLeftOut(operation) is { } reason)
        {
            differences.Skip(reason);
        }
        else
        {
            differences.Add(operation, "is not generated, and no diagnostic says why");
        }
    }
}
