using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>What the generator and the compiler make of a whole model.</summary>
/// <param name="Service">The service.</param>
/// <param name="WhyNoClient">The generator's words for generating no client; null when there is one.</param>
/// <param name="Problems">What is wrong with the client as a whole: errors and warnings of compiler and generator.</param>
/// <param name="Operations">All operations of the model.</param>
internal sealed record ModelOutcome(
    string Service, string? WhyNoClient, IReadOnlyList<string> Problems, IReadOnlyList<OperationOutcome> Operations)
{
    public static ModelOutcome From(string service, GeneratedClient client)
    {
        var plan = client.Plan;
        return new ModelOutcome(
            service,
            plan.WhyNoClient,
            plan.WhyNoClient is null ? [.. plan.Warnings, .. client.Problems] : [],
            [.. plan.ModeledOperations.Select(name => new OperationOutcome(name, plan.Operation(name) is not null, plan.WhyLeftOut(name)))]);
    }
}

/// <summary>What the generator makes of an operation.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="IsGenerated">Whether the client has it.</param>
/// <param name="WhyLeftOut">The generator's words for leaving it out; null when it said nothing.</param>
internal sealed record OperationOutcome(string Name, bool IsGenerated, string? WhyLeftOut);
