using System.Collections.Generic;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Conditions;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan;

/// <summary>Plans paginators.</summary>
internal sealed class PaginatorPlanner(PathCompiler paths, List<DiagnosticInfo> diagnostics)
{
    /// <summary>Plans a paginator. If it does not match the operation, a diagnostic is reported and null is returned.</summary>
    public PaginatorPlan? Plan(PaginatorModel model, OperationPlan operation, MethodPlan method)
    {
        if (model.InputTokens.Count == 0 || model.InputTokens.Count != model.OutputTokens.Count)
        {
            return LeftOut(model, "it must have one output token for each input token");
        }

        var tokens = new List<TokenPlan>();
        var writer = new CodeWriter();
        for (var i = 0; i < model.InputTokens.Count; i++)
        {
            var property = operation.Request.Find(model.InputTokens[i]);
            if (property is null)
            {
                return LeftOut(model, "the input has no member '" + model.InputTokens[i] + "'");
            }

            if (paths.CompileSingle(model.OutputTokens[i], operation.Response, "page", writer, out var problem) is not { } next)
            {
                return LeftOut(model, problem);
            }

            if (next.Type != property.Type || property.Type is not (ScalarType or EnumType or WireType { Kind: WireKind.Map }))
            {
                return LeftOut(model, "'" + model.OutputTokens[i] + "' does not have the type of '" + model.InputTokens[i] + "'");
            }

            if (property.IsRequired)
            {
                return LeftOut(model, "'" + model.InputTokens[i] + "' is required, so the first page cannot be requested");
            }

            if (!next.IsNullable && property.Type is ScalarType { Kind: not ScalarKind.String })
            {
                return LeftOut(model, "'" + model.OutputTokens[i] + "' is always present, so no page is the last one");
            }

            tokens.Add(PlanToken(property, next.Expression));
        }

        return PlanPages(model, operation, new PaginatorPlan(method) { Tokens = tokens.ToEquatableArray() });
    }

    private static TokenPlan PlanToken(PropertyPlan property, string next) => property.Type switch
    {
        WireType map => new TokenPlan(
            property.Name, CSharpTypes.Wire + "MapToken<" + map.Element!.CSharp + (map.IsSparse ? "?>" : ">"), CSharpTypes.Wire + "MapToken.From(" + next + ")")
        {
            Value = "?.Map",
        },
        EnumType type => new TokenPlan(property.Name, type.CSharp, next) { Given = "{ Value.Length: > 0 }" },
        var type => new TokenPlan(property.Name, type.CSharp, next) { IsString = type is ScalarType { Kind: ScalarKind.String } },
    };

    private PaginatorPlan? PlanPages(PaginatorModel model, OperationPlan operation, PaginatorPlan plan)
    {
        if (model.MoreResults is { } more)
        {
            if (paths.CompileBoolean(more, operation.Response, "page", out var problem) is not { } flag)
            {
                return LeftOut(model, problem);
            }

            plan = plan with { HasMore = flag };
        }

        var lists = new List<ListPath>();
        foreach (var key in model.ResultKeys)
        {
            if (paths.CompileList(key, operation.Response, "page", new CodeWriter(), out var why) is not { } result)
            {
                return LeftOut(model, why);
            }

            if (result.Expression is not null)
            {
                lists.Add(result);
            }
        }

        // Pages with several lists have no single type of item, so there is no method for items. Results that are no lists, such as counts, do not matter.
        return lists.Count == 1 ? plan with { Items = lists[0].Expression, ItemType = lists[0].ElementType } : plan;
    }

    private PaginatorPlan? LeftOut(PaginatorModel model, string why)
    {
        diagnostics.Add(DiagnosticInfo.Create(DiagnosticDescriptors.InvalidPaginator, model.SourceLocation, model.Operation, why));
        return null;
    }
}
