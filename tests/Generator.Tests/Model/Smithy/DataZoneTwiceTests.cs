using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using DataZoneGen.Generator.Emit;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.ModelLocks;
using DataZoneGen.Generator.Plan;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

/// <summary>
/// AWS publishes DataZone's model in both vocabularies, at different dates. Whatever differs between the clients that come of them
/// must be a fact that differs between the models: where the facts agree, every line of code does.
/// </summary>
public sealed class DataZoneTwiceTests
{
    [ReferenceModelFact]
    public void Without_what_only_one_of_them_has_both_models_give_the_same_client()
    {
        var models = ModelPair.Load();
        models.Level();
        var (c2j, smithy) = (C2J(models), Smithy(models));

        var (expected, actual) = (Generate(c2j, models.Operations), Generate(smithy, models.Operations));

        Assert.NotEmpty(models.Operations);
        Assert.Equal(expected.Keys, actual.Keys);
        Assert.All(expected, file => Assert.Equal(file.Value, actual[file.Key]));
    }

    [ReferenceModelFact]
    public void Without_what_only_one_of_them_has_both_models_are_read_as_the_same_shapes_and_operations()
    {
        var models = ModelPair.Load();
        models.Level();

        var (expected, actual) = (Closure(C2J(models), models.Operations), Closure(Smithy(models), models.Operations));

        Assert.Equal(expected.Metadata with { SourceLocation = default }, actual.Metadata with { SourceLocation = default });
        Assert.Equal(expected.Operations.Select(Facts), actual.Operations.Select(Facts));
        Assert.Equal(expected.Shapes.Select(Facts), actual.Shapes.Select(Facts));
        Assert.Equal(expected.Paginators.Select(static p => p.WithoutLocations()), actual.Paginators.Select(static p => p.WithoutLocations()));
    }

    [ReferenceModelFact]
    public void Without_what_only_one_of_them_has_both_models_give_the_same_lock()
    {
        var models = ModelPair.Load();
        models.Level();

        Assert.Equal(LockOf(C2J(models), models.Operations), LockOf(Smithy(models), models.Operations));
    }

    [ReferenceModelFact]
    public void As_they_are_each_operation_is_generated_alike_exactly_if_the_models_agree_on_all_that_it_reaches()
    {
        var models = ModelPair.Load();
        var (c2j, smithy) = (C2J(models), Smithy(models));
        models.Level();

        var unlike = models.Operations.Where(operation => !Generate(c2j, [operation]).SequenceEqual(Generate(smithy, [operation]))).ToList();

        Assert.Equal(models.Operations.Where(models.Differs), unlike);
    }

    /// <summary>The order of errors is that of their names in one of the models; nothing but the order of the documentation follows it.</summary>
    private static OperationModel Facts(OperationModel operation) =>
        operation.WithoutLocations() with { Errors = operation.Errors.Order(StringComparer.Ordinal).ToEquatableArray() };

    /// <summary>Limits are shown and nothing else; each of the models has some that the other does not.</summary>
    private static Shape Facts(Shape shape) => shape.WithoutLocations() with { Constraints = default };

    private static string LockOf(ServiceModel service, IEnumerable<string> operations) => LockWriter.Write([LockBuilder.Build(Closure(service, operations))]);

    private static ServiceModel C2J(ModelPair models) => Reading.Service(
        new ModelText("service-2.json", models.C2J.ToJsonString()),
        new ModelText("paginators-1.json", File.ReadAllText(ReferenceModels.Paginators)),
        new ModelText("endpoint-rule-set-1.json", models.EndpointRules()));

    private static ServiceModel Smithy(ModelPair models) => Reading.Service(new ModelText("datazone.json", models.Smithy.ToJsonString()));

    private static Closure Closure(ServiceModel service, IEnumerable<string> operations)
    {
        var list = string.Join("|", operations);
        var requests = service.Requests.Select(request => request with { Item = request.Item with { Operations = list } }).ToEquatableArray();
        var (closure, diagnostics) = Reading.Closure(service with { Requests = requests });
        Assert.Empty(diagnostics);
        return closure!;
    }

    /// <summary>The generated files by their names, without what shows limits: documentation and the facts for analyzers.</summary>
    private static SortedDictionary<string, string> Generate(ServiceModel service, IEnumerable<string> operations) => new(
        ServicePlanner.Plan(Closure(service, operations), [])
            .Where(static unit => unit is not FactsUnit)
            .SelectMany(static unit => Emitter.Emit(unit))
            .ToDictionary(static file => file.HintName, static file => WithoutDocumentation(file.Text)),
        StringComparer.Ordinal);

    private static string WithoutDocumentation(string code) =>
        string.Join("\n", code.Split('\n').Where(static line => !line.AsSpan().TrimStart().StartsWith("///")));
}
