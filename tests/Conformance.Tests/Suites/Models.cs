using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Values;

namespace DataZoneGen.Conformance.Tests.Suites;

/// <summary>Whole models, all operations of a service at once: what is generated compiles without a warning.</summary>
public sealed class Models(ConformanceRun run) : Suite(run)
{
    // A large model takes much memory while it is compiled.
    private const int MaxAtOnce = 2;

    private static readonly Lazy<Task<IReadOnlyList<ModelOutcome>>> AllModels = new(BuildAllAsync);

    private static string NameOfAll => ModelsFolder.IsNamed ? "models-all" : "models-sample";

    [Models]
    public Task EveryOperationIsGeneratedOrLeftOutWithAReason(string service) => RunAsync(
        "models/" + service,
        Operations(ModelOutcome.From(service, GeneratedClient.Of(SuitesFolder.FindService(service)!)), static operation => operation.Name),
        Check);

    [AllModels]
    public async Task EveryModelCompilesWithoutWarnings() => await RunAsync(NameOfAll + "/models", await ModelsAsync(), Check);

    [AllModels]
    public async Task EveryOperationOfAllModelsIsGeneratedOrLeftOutWithAReason() => await RunAsync(
        NameOfAll + "/operations",
        (await AllModels.Value).SelectMany(static model => Operations(model, operation => model.Service + "/" + operation.Name)),
        Check);

    private static IEnumerable<OperationCase> Operations(ModelOutcome model, Func<OperationOutcome, string> id) =>
        model.Operations.Select(operation => new OperationCase(id(operation), model, operation));

    private static async Task<IEnumerable<ModelCase>> ModelsAsync() => ModelsFolder.Problem is { } problem
        ? [new ModelCase(new ModelOutcome(ModelsFolder.Archive, problem, [], [], []))]
        : (await AllModels.Value).Select(static model => new ModelCase(model));

    /// <summary>Generates and compiles all models, or the sample of them. Only the outcomes stay in memory.</summary>
    private static async Task<IReadOnlyList<ModelOutcome>> BuildAllAsync()
    {
        var outcomes = new ConcurrentBag<ModelOutcome>();
        await Parallel.ForEachAsync(
            ModelsFolder.IsNamed ? ModelsFolder.All : ModelsFolder.Sample,
            new ParallelOptions { MaxDegreeOfParallelism = Math.Min(MaxAtOnce, Environment.ProcessorCount) },
            (files, _) =>
            {
                outcomes.Add(ModelOutcome.From(files.Name, GeneratedClient.Create(files)));
                return ValueTask.CompletedTask;
            });
        return [.. outcomes];
    }

    private static void Check(ModelCase test, Differences differences)
    {
        foreach (var problem in test.Model.Problems)
        {
            differences.Add("model", problem);
        }

        if (test.Model.Problems.Count == 0 && test.Model.Reservation is { } reason)
        {
            differences.Skip(reason);
        }
    }

    private static void Check(OperationCase test, Differences differences)
    {
        if (test.Operation.IsGenerated)
        {
            differences.Expect("problems of the client", 0, test.Model.Problems.Count);
        }
        else if (test.Operation.WhyLeftOut is { } reason)
        {
            differences.Skip(reason);
        }
        else
        {
            differences.Add("operation", "is not generated, and no diagnostic says why");
        }
    }

    private sealed record ModelCase(ModelOutcome Model) : ICase
    {
        public string Id => Model.Service;
    }

    private sealed record OperationCase(string Id, ModelOutcome Model, OperationOutcome Operation) : ICase;
}
