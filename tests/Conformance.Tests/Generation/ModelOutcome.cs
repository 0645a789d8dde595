using System.Collections.Generic;
using System.Linq;

namespace DataZoneGen.Conformance.Tests.Generation;

/// <summary>What the generator and the compiler make of a whole model.</summary>
/// <param name="Service">The service.</param>
/// <param name="WhyNoClient">The generator's words for generating no client; null when there is one.</param>
/// <param name="Warnings">What the generator warns about besides operations that are left out.</param>
/// <param name="Problems">The errors and warnings of the compiler.</param>
/// <param name="Operations">All operations of the model.</param>
internal sealed record ModelOutcome(
    string Service, string? WhyNoClient, IReadOnlyList<string> Warnings, IReadOnlyList<string> Problems, IReadOnlyList<OperationOutcome> Operations)
{
    /// <summary>The generator's words for a client that is not there, or that cannot do everything; null when there are none.</summary>
    public string? Reservation => WhyNoClient ?? (Warnings.Count == 0 ? null : string.Join("; ", Warnings));

    public static ModelOutcome From(string service, GeneratedClient client)
    {
        var plan = client.Plan;
        return new ModelOutcome(
            service,
            plan.WhyNoClient,
            [.. plan.Warnings],
            plan.WhyNoClient is null ? client.Problems : [],
            [.. plan.ModeledOperations.Select(name => new OperationOutcome(name, plan.Operation(name) is not null, plan.WhyLeftOut(name)))]);
    }
}

/// <summary>What the generator makes of an operation.</summary>
/// <param name="Name">Its name in the model.</param>
/// <param name="IsGenerated">Whether the client has it.</param>
/// <param name="WhyLeftOut">The generator's words for leaving it out; null when it said nothing.</param>
internal sealed record OperationOutcome(string Name, bool IsGenerated, string? WhyLeftOut);
