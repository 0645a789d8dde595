using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Compiles an endpoint rule set to nested C# conditions, so that no rules are interpreted at run time.</summary>
internal sealed class EndpointPlanner
{
    /// <summary>The maximum number of nested rules in a method. Larger trees become separate methods.</summary>
    private const int MaxRulesInMethod = 20;

    private readonly LocalNames _locals = new("parameters");
    private readonly List<EndpointMethodPlan> _methods = [];

    private EndpointPlanner()
    {
    }

    /// <exception cref="NotSupportedException">The rules use an unsupported feature.</exception>
    public static EndpointUnit Plan(EndpointRuleSet rules, UnitContext context) => new EndpointPlanner().PlanUnit(rules, context);

    private EndpointUnit PlanUnit(EndpointRuleSet rules, UnitContext context)
    {
        if (rules.Unsupported is not null)
        {
            throw new NotSupportedException(rules.Unsupported);
        }

        var scope = RuleScope.Create();
        var parameters = new EndpointParameterPlanner(scope, _locals);
        var locals = rules.Parameters.Select(parameter => (parameter, plan: parameters.Plan(parameter))).ToList();
        var plans = PlanRules(rules.Rules, scope);
        return new EndpointUnit(
            context, locals.Where(l => l.parameter.IsRequired || scope.IsUsed(l.parameter.Name)).Select(static l => l.plan).ToEquatableArray(), plans)
        {
            Methods = _methods.ToEquatableArray(),
        };
    }

    private EquatableArray<EndpointRulePlan> PlanRules(EquatableArray<EndpointRule> rules, RuleScope scope)
    {
        var plans = new List<EndpointRulePlan>();
        foreach (var rule in rules)
        {
            if (PlanRule(rule, scope.Inner()) is not { } plan)
            {
                continue;
            }

            plans.Add(plan);
            if (plan.Condition is null)
            {
                // Rules after a rule that always applies are unreachable.
                break;
            }
        }

        return plans.ToEquatableArray();
    }

    /// <summary>Plans a rule; returns null if it can never apply.</summary>
    private EndpointRulePlan? PlanRule(EndpointRule rule, RuleScope scope)
    {
        var conditions = rule.Conditions.Select(condition => PlanCondition(condition, scope)).ToList();
        if (conditions.Any(static c => c.ConstantBoolean == false))
        {
            return null;
        }

        var open = conditions.Where(static c => c.ConstantBoolean is null).ToList();
        var statement = rule switch
        {
            { Error: { } error } => "throw " + CSharpTypes.Wire + "EndpointRules.CreateException(" + RuleExpressions.String(error, scope) + ");",
            { Endpoint: { } endpoint } => EndpointTargets.Return(endpoint, scope),
            _ => null,
        };
        return statement is null ? PlanTree(JoinConditions(open), rule.Rules, scope) : new EndpointRulePlan(JoinConditions(open), statement, []);
    }

    private EndpointRulePlan PlanTree(string? condition, EquatableArray<EndpointRule> rules, RuleScope scope)
    {
        var before = scope.UseCount;
        var tree = new EndpointRulePlan(condition, null, PlanRules(rules, scope));
        if (tree.Count <= MaxRulesInMethod)
        {
            return tree;
        }

        var variables = scope.UsedSince(before).ToList();
        var name = "Resolve" + (_methods.Count + 2).ToString(CultureInfo.InvariantCulture);
        _methods.Add(new EndpointMethodPlan(name, string.Join(", ", variables.Select(static v => v.CSharpType + " " + v.Text)), tree.Rules));
        return tree with { Statement = "return " + name + "(" + string.Join(", ", variables.Select(static v => v.Text)) + ");", Rules = [] };
    }

    private static string? JoinConditions(List<RuleCode> conditions) => conditions.Count switch
    {
        0 => null,
        1 => conditions[0].Text,
        _ => string.Join(" && ", conditions.Select(static c => c.Part)),
    };

    private RuleCode PlanCondition(EndpointCondition condition, RuleScope scope)
    {
        var code = RuleFunctions.Compile(condition.Function, scope);
        if (condition.Assign is { } variable)
        {
            return Assign(code, variable, scope);
        }

        if (condition.Function is { Name: "isSet" } isSet && isSet.Arguments[0] is ReferenceExpression reference)
        {
            scope.MarkAsSet(reference.Name);
        }

        // A value that is not a boolean is true if it is set.
        return code switch
        {
            { Type: RuleType.Boolean } => code.Condition,
            { IsNullable: true } => RuleCode.Comparison(code.Operand, "is not", "null"),
            _ => RuleCode.Boolean(true),
        };
    }

    /// <summary>Assigns the value to a variable. A boolean variable is always true where it is in scope.</summary>
    private RuleCode Assign(RuleCode code, string variable, RuleScope scope)
    {
        if (code.Type == RuleType.Boolean)
        {
            scope.Assign(variable, RuleCode.Boolean(true));
            return code.Condition;
        }

        if (code.Constant is not null)
        {
            scope.Assign(variable, code);
            return RuleCode.Boolean(true);
        }

        // Sibling rules can assign the same name, but C# variables need different names.
        var local = _locals.Take(CSharpNames.Pascal(variable));
        scope.Assign(variable, new RuleCode(code.Type, local));
        return RuleCode.Comparison(code.Operand, "is", "{ } " + local);
    }
}
