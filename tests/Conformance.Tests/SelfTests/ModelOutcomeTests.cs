using System;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Conformance.Tests.Generation;
using DataZoneGen.Conformance.Tests.Reporting;
using DataZoneGen.Conformance.Tests.Suites;
using DataZoneGen.Conformance.Tests.Values;
using DataZoneGen.Generator.Plan.Units;
using Xunit;

namespace DataZoneGen.Conformance.Tests.SelfTests;

/// <summary>What a whole model becomes, with the generator's words for what is missing.</summary>
public sealed class ModelOutcomeTests
{
    private static readonly OracleLine Line = new(Bakery.Json("""{ "id": "a", "operation": "Bake" }"""));

    [Fact]
    public void AnOperationIsGeneratedOrLeftOutWithAReason()
    {
        var outcome = ModelOutcome.From("oven", Client("""
            "Bake": { "name": "Bake", "http": { "method": "POST", "requestUri": "/" } },
            "Burn": { "name": "Burn", "http": { "method": "POST", "requestUri": "/{heat}" } }
            """));
        Assert.Null(outcome.WhyNoClient);
        Assert.Equal([("Bake", true), ("Burn", false)], outcome.Operations.Select(static operation => (operation.Name, operation.IsGenerated)));
        Assert.Null(outcome.Operations[0].WhyLeftOut);
        Assert.StartsWith("DZG010: Operation 'Burn' is left out", outcome.Operations[1].WhyLeftOut, StringComparison.Ordinal);
    }

    [Fact]
    public void AProtocolThatIsNotSupportedIsTheReasonOfAllOperations()
    {
        var outcome = ModelOutcome.From("oven", Unsupported());
        Assert.StartsWith("DZG009: ", outcome.WhyNoClient, StringComparison.Ordinal);
        Assert.Equal(outcome.WhyNoClient, outcome.Operations.Single().WhyLeftOut);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public void AWarningOfTheGeneratorIsAReservation()
    {
        var outcome = ModelOutcome.From("oven", Client("""
            "Bake": { "name": "Bake", "http": { "method": "POST", "requestUri": "/" } }
            """));
        Assert.StartsWith("DZG019: There are no endpoint rules", outcome.Reservation, StringComparison.Ordinal);
        Assert.Empty(outcome.Problems);
    }

    [Fact]
    public async Task CasesOfAServiceWithoutClientAreSkippedWithTheReason()
    {
        var differences = new Differences();
        await Suite.CheckAsync(UnsupportedFiles, Line, NeverAsync, differences);
        Assert.StartsWith("DZG009: ", differences.SkipReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CasesOfAServiceWithoutModelAreSkipped()
    {
        var differences = new Differences();
        await Suite.CheckAsync(null, Line, NeverAsync, differences);
        Assert.NotNull(differences.SkipReason);
    }

    private static ServiceFiles UnsupportedFiles => Oven("telegraph", """
        "Bake": { "name": "Bake", "http": { "method": "POST", "requestUri": "/" } }
        """);

    private static GeneratedClient Unsupported() => GeneratedClient.Create(UnsupportedFiles);

    private static GeneratedClient Client(string operations) => GeneratedClient.Create(Oven("rest-json", operations));

    private static ServiceFiles Oven(string protocol, string operations) => ServiceFiles.Inline("oven", $$"""
        {
          "metadata": { "serviceId": "Oven", "endpointPrefix": "oven", "protocol": "{{protocol}}", "apiVersion": "2026-01-02", "signatureVersion": "v4" },
          "operations": { {{operations}} },
          "shapes": {}
        }
        """);

    private static Task NeverAsync(GeneratedClient client, OperationPlan operation, OracleLine line, Differences differences) =>
        throw new InvalidOperationException("There is no client.");
}
