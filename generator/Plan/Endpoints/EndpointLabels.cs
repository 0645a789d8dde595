using System;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>
/// Takes the first label out of the path of an operation, if the endpoint rules put its value into the host or the path of the endpoint. The models of S3
/// have the bucket in both places.
/// </summary>
internal static class EndpointLabels
{
    public static OperationPlan Bind(OperationPlan operation, OperationModel model, EndpointRuleSet rules, EquatableArray<Member> input)
    {
        if (operation.Path.Count < 2
            || operation.Path[0].Literal != "/"
            || operation.Path[1] is not { Property: { } label, IsGreedy: false }
            || operation.Path.Skip(2).FirstOrDefault() is { } next && next.Literal?.StartsWith("/", StringComparison.Ordinal) != true
            || input.FirstOrDefault(member => member.Name == label.Member)?.ContextParam is not { } parameter
            || model.StaticContextParams.Any(constant => constant.Name == parameter)
            || !rules.Rules.Any(rule => HasParameter(rule, "{" + parameter + "}")))
        {
            return operation;
        }

        return operation with { EndpointLabel = label, Path = operation.Path.Skip(2).ToEquatableArray() };
    }

    /// <summary>Returns whether a URL of the rules contains the placeholder of the parameter.</summary>
    private static bool HasParameter(EndpointRule rule, string placeholder) =>
        rule.Endpoint is { Url: TemplateExpression url } ? url.Text.Contains(placeholder) : rule.Rules.Any(inner => HasParameter(inner, placeholder));
}
