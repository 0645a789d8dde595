using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Conditions;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>The endpoint rules of a service, and the parameters that settings and calls set for them.</summary>
internal sealed class ServiceEndpoints(EndpointUnit unit)
{
    public EndpointUnit Unit { get; } = unit;

    public EquatableArray<SettingPlan> Settings { get; private init; }

    /// <summary>Whether the endpoint depends on the account id of the credentials.</summary>
    public bool UsesAccountId { get; private init; }

    /// <summary>Whether requests to an endpoint have a signature for several regions.</summary>
    public bool UsesMultiRegionSignature { get; private init; }

    /// <summary>The operations with the parameters that calls set, by the name in the model.</summary>
    private Dictionary<string, OperationPlan> Operations { get; init; } = [];

    /// <summary>Plans the rules. If there are no rules or they cannot be compiled, it reports a diagnostic, and clients can use only a custom endpoint.</summary>
    public static ServiceEndpoints Plan(
        Closure closure,
        UnitContext context,
        IReadOnlyCollection<(OperationModel Model, OperationPlan Plan)> operations,
        ShapeTable shapes,
        PathCompiler paths,
        List<DiagnosticInfo> diagnostics)
    {
        var metadata = closure.Metadata;
        if (closure.EndpointRules is not { IsInvalid: false } rules)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.MissingEndpointRules, metadata.SourceLocation, metadata.ServiceId));
            return new ServiceEndpoints(CustomEndpointOnly(context));
        }

        try
        {
            var unit = EndpointPlanner.Plan(rules, context);
            var contexts = new EndpointContextPlanner(rules, shapes, paths);
            if (operations.Any(static o => o.Plan.Auth == AuthPlan.SigV4) && EndpointSignatures.FindUnsupported(rules) is { } signatures)
            {
                diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.UnsupportedSignature, rules.SourceLocation, metadata.ServiceId, signatures));
            }

            return new ServiceEndpoints(unit)
            {
                Settings = contexts.PlanSettings(closure.ClientContextParams, context.Names.Options),
                UsesMultiRegionSignature = EndpointSignatures.HasMultiRegion(rules),
                UsesAccountId = rules.Parameters.Any(EndpointParameterPlanner.IsAccountId),
                Operations = operations.ToDictionary(static o => o.Model.Name, o => Bind(o.Model, o.Plan), StringComparer.Ordinal),
            };

            OperationPlan Bind(OperationModel model, OperationPlan plan) => EndpointLabels.Bind(
                plan with { EndpointContext = contexts.PlanCall(model, plan) }, model, rules, model.Input is null ? [] : shapes[model.Input].Members);
        }
        catch (NotSupportedException exception)
        {
            diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.UnsupportedEndpointRules, rules.SourceLocation, metadata.ServiceId, exception.Message));
            return new ServiceEndpoints(CustomEndpointOnly(context));
        }
    }

    /// <summary>Returns the operation with what the rules need of its input and without what they take out of its path.</summary>
    public OperationPlan Bind(OperationPlan plan) => Operations.TryGetValue(plan.ModelName, out var bound) ? bound : plan;

    private static EndpointUnit CustomEndpointOnly(UnitContext context) => new(
        context,
        [],
        [
            new("parameters.Endpoint is { } endpoint", "return new " + CSharpTypes.Wire + "ResolvedEndpoint(endpoint);", []),
            new(null, "throw " + CSharpTypes.Wire + "EndpointRules.CreateException(" + Literals.String(
                "There are no endpoint rules for " + context.ServiceId + ". Set Endpoint in the client's options.") + ");", []),
        ]);
}
