using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan;

/// <summary>Compiles an endpoint rule set to nested C# conditions, so that no rule is interpreted at run time.</summary>
internal sealed class EndpointPlanner
{
    private static readonly Dictionary<string, (RuleType Type, string Source)> BuiltIns = new(StringComparer.Ordinal)
    {
        ["AWS::Region"] = (RuleType.String, "parameters.Region"),
        ["AWS::UseFIPS"] = (RuleType.Boolean, "parameters.UseFips"),
        ["AWS::UseDualStack"] = (RuleType.Boolean, "parameters.UseDualStack"),
        ["SDK::Endpoint"] = (RuleType.String, "parameters.Endpoint"),
    };

    private readonly LocalNames _locals = new("parameters");

    private EndpointPlanner()
    {
    }

    /// <summary>The plan, or null with the reason in <paramref name="problem"/> when the rules use what is not supported.</summary>
    public static EndpointUnit? Plan(EndpointRuleSet rules, UnitContext context, out string problem)
    {
        try
        {
            problem = "";
            return new EndpointPlanner().Plan(rules, context);
        }
        catch (NotSupportedException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private EndpointUnit Plan(EndpointRuleSet rules, UnitContext context)
    {
        var scope = RuleScope.Create();
        var locals = rules.Parameters.Select(parameter => Declare(parameter, scope)).OfType<EndpointLocalPlan>().ToEquatableArray();
        return new EndpointUnit(context, locals, PlanRules(rules.Rules, scope));
    }

    /// <summary>The local variable of a parameter that the client's settings set; any other is known by its default, or never set.</summary>
    private EndpointLocalPlan? Declare(EndpointParameter parameter, RuleScope scope)
    {
        var type = parameter.IsBoolean ? RuleType.Boolean : RuleType.String;
        if (parameter.BuiltIn is null || !BuiltIns.TryGetValue(parameter.BuiltIn, out var builtIn))
        {
            scope.Assign(parameter.Name, ValueOf(parameter));
            return null;
        }

        if (builtIn.Type != type)
        {
            throw WrongType(parameter);
        }

        var local = NewLocal(parameter.Name);
        scope.Assign(parameter.Name, new RuleCode(type, local) { IsNullable = type == RuleType.String });
        return new EndpointLocalPlan((type == RuleType.Boolean ? "bool " : "string? ") + local + " = " + builtIn.Source + ";");
    }

    private static RuleCode? ValueOf(EndpointParameter parameter) => (parameter.IsBoolean, parameter.Default) switch
    {
        (_, null) => null,
        (false, var text) => RuleCode.String(text),
        (true, "true") => RuleCode.Boolean(true),
        (true, "false") => RuleCode.Boolean(false),
        _ => throw WrongType(parameter),
    };

    private static NotSupportedException WrongType(EndpointParameter parameter) => new("the type of parameter '" + parameter.Name + "' does not fit its value");

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
                // Nothing after a rule that always applies can be reached.
                break;
            }
        }

        return plans.ToEquatableArray();
    }

    /// <summary>The plan of a rule, or null when it can never apply.</summary>
    private EndpointRulePlan? PlanRule(EndpointRule rule, RuleScope scope)
    {
        if (rule.Unsupported is not null)
        {
            throw new NotSupportedException(rule.Unsupported);
        }

        var conditions = rule.Conditions.Select(condition => PlanCondition(condition, scope)).ToList();
        if (conditions.Any(static c => c.Truth == false))
        {
            return null;
        }

        var open = conditions.Where(static c => c.Truth is null).Select(static c => c.Text).ToList();
        var statement = rule switch
        {
            { Error: { } error } => "throw " + CSharpTypes.Wire + "EndpointRules.Error(" + RuleExpressions.String(error, scope) + ");",
            { Url: { } url } => "return new " + CSharpTypes.Wire + "ResolvedEndpoint(" + RuleExpressions.String(url, scope) + SigningOf(rule, scope) + ");",
            _ => null,
        };
        return new EndpointRulePlan(open.Count == 0 ? null : string.Join(" && ", open), statement, statement is null ? PlanRules(rule.Rules, scope) : []);
    }

    private static string SigningOf(EndpointRule rule, RuleScope scope) =>
        (rule.SigningName is { } name ? ", signingName: " + RuleExpressions.String(name, scope) : "")
        + (rule.SigningRegion is { } region ? ", signingRegion: " + RuleExpressions.String(region, scope) : "");

    private RuleCode PlanCondition(EndpointCondition condition, RuleScope scope)
    {
        var code = RuleExpressions.Compile(condition.Function, scope);
        if (condition.Assign is { } variable)
        {
            return Assign(code, variable, scope);
        }

        if (code.Type != RuleType.Boolean)
        {
            throw new NotSupportedException("a condition that is neither true nor false");
        }

        if (condition.Function is { Name: "isSet" } isSet && isSet.Arguments[0] is ReferenceExpression reference)
        {
            scope.IsSet(reference.Name);
        }

        return code;
    }

    private RuleCode Assign(RuleCode code, string variable, RuleScope scope)
    {
        if (code.Type == RuleType.Boolean)
        {
            throw new NotSupportedException("a condition that names a truth value");
        }

        var local = NewLocal(variable);
        scope.Assign(variable, new RuleCode(code.Type, local));
        return new RuleCode(RuleType.Boolean, code.Text + " is { } " + local);
    }

    /// <summary>A local variable of that name; sibling conditions may assign the same name, C# scopes may not.</summary>
    private string NewLocal(string variable) => _locals.Take(CSharpNames.Pascal(variable));
}
