using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan;

/// <summary>Compiles an endpoint rule set to nested C# conditions, so that no rule is interpreted at run time.</summary>
internal sealed class EndpointPlanner
{
    private static readonly Dictionary<string, string> BuiltIns = new(StringComparer.Ordinal)
    {
        ["AWS::Region"] = "parameters.Region",
        ["AWS::UseFIPS"] = "parameters.UseFips",
        ["AWS::UseDualStack"] = "parameters.UseDualStack",
        ["SDK::Endpoint"] = "parameters.Endpoint",
    };

    private static readonly Dictionary<string, string> PartitionAttributes = new(StringComparer.Ordinal)
    {
        ["name"] = "Id",
        ["dnsSuffix"] = "DnsSuffix",
        ["dualStackDnsSuffix"] = "DualStackDnsSuffix",
        ["implicitGlobalRegion"] = "ImplicitGlobalRegion",
        ["supportsFIPS"] = "SupportsFips",
        ["supportsDualStack"] = "SupportsDualStack",
    };

    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _locals = new(["parameters"], StringComparer.Ordinal);

    private EndpointPlanner()
    {
    }

    /// <summary>The plan, or null with the reason in <paramref name="problem"/> when the rules use what is not supported.</summary>
    public static EndpointUnit? Plan(EndpointRuleSet rules, UnitContext context, out string problem)
    {
        try
        {
            var planner = new EndpointPlanner();
            var locals = rules.Parameters.Select(planner.Declare).ToEquatableArray();
            problem = "";
            return new EndpointUnit(context, locals, planner.PlanRules(rules.Rules));
        }
        catch (NotSupportedException exception)
        {
            problem = exception.Message;
            return null;
        }
    }

    private EndpointLocalPlan Declare(EndpointParameter parameter)
    {
        var local = NewLocal(parameter.Name);
        var type = parameter.IsBoolean ? "bool" : "string?";
        var value = parameter.BuiltIn is not null && BuiltIns.TryGetValue(parameter.BuiltIn, out var source)
            ? source
            : (parameter.IsBoolean, parameter.Default) switch
            {
                (true, _) => parameter.Default ?? "false",
                (false, null) => "null",
                (false, _) => Literals.String(parameter.Default),
            };
        return new EndpointLocalPlan(type + " " + local + " = " + value + ";");
    }

    private EquatableArray<EndpointRulePlan> PlanRules(EquatableArray<EndpointRule> rules)
    {
        var plans = new List<EndpointRulePlan>();
        foreach (var rule in rules)
        {
            plans.Add(PlanRule(rule));
            if (rule.Conditions.Count == 0)
            {
                // Nothing after a rule that always applies can be reached.
                break;
            }
        }

        return plans.ToEquatableArray();
    }

    private EndpointRulePlan PlanRule(EndpointRule rule)
    {
        if (rule.Unsupported is not null)
        {
            throw new NotSupportedException(rule.Unsupported);
        }

        var condition = rule.Conditions.Count == 0 ? null : string.Join(" && ", rule.Conditions.Select(PlanCondition));
        var statement = rule switch
        {
            { Error: { } error } => "throw " + CSharpTypes.Wire + "EndpointRules.Error(" + Expression(error) + ");",
            { Url: { } url } => "return new " + CSharpTypes.Wire + "ResolvedEndpoint(" + Expression(url) + Scope(rule) + ");",
            _ => null,
        };
        return new EndpointRulePlan(condition, statement, statement is null ? PlanRules(rule.Rules) : []);
    }

    private string Scope(EndpointRule rule) =>
        (rule.SigningName is { } name ? ", signingName: " + Expression(name) : "")
        + (rule.SigningRegion is { } region ? ", signingRegion: " + Expression(region) : "");

    private string PlanCondition(EndpointCondition condition)
    {
        if (condition.Assign is not { } variable)
        {
            return Expression(condition.Function);
        }

        var value = Expression(condition.Function);
        return value + " is { } " + NewLocal(variable);
    }

    private string Expression(RuleExpression expression) => expression switch
    {
        TemplateExpression template => Template(template.Text),
        BooleanExpression boolean => boolean.Value ? "true" : "false",
        NumberExpression number => number.Text,
        ReferenceExpression reference => Variable(reference.Name),
        FunctionExpression function => Function(function),
        _ => throw new NotSupportedException("an expression of an unknown kind"),
    };

    private string Function(FunctionExpression function)
    {
        var arguments = function.Arguments;
        return (function.Name, arguments.Count) switch
        {
            ("isSet", 1) => Expression(arguments[0]) + " is not null",
            ("not", 1) => "!(" + Expression(arguments[0]) + ")",
            ("booleanEquals", 2) => BooleanEquals(arguments[0], arguments[1]),
            ("stringEquals", 2) => Expression(arguments[0]) + " == " + Expression(arguments[1]),
            ("aws.partition", 1) => CSharpTypes.Wire + "AwsPartition.Of(" + Expression(arguments[0]) + ")",
            ("isValidHostLabel", 2) => CSharpTypes.Wire + "EndpointRules.IsValidHostLabel(" + Expression(arguments[0]) + ", " + Expression(arguments[1]) + ")",
            ("getAttr", 2) when arguments[1] is TemplateExpression path => Expression(arguments[0]) + "." + Attribute(path.Text),
            _ => throw new NotSupportedException("the function '" + function.Name + "' is not supported"),
        };
    }

    private string BooleanEquals(RuleExpression left, RuleExpression right) => (left, right) switch
    {
        (_, BooleanExpression { Value: true }) => Expression(left),
        (BooleanExpression { Value: true }, _) => Expression(right),
        (_, BooleanExpression) => "!" + Expression(left),
        (BooleanExpression, _) => "!" + Expression(right),
        _ => Expression(left) + " == " + Expression(right),
    };

    /// <summary><c>https://x.{Region}.{P#dnsSuffix}</c> as a string literal, interpolated where it has holes.</summary>
    private string Template(string text)
    {
        if (text.IndexOf('{') < 0)
        {
            return Literals.String(text);
        }

        var interpolated = new StringBuilder("$\"");
        var position = 0;
        while (position < text.Length)
        {
            var open = text.IndexOf('{', position);
            var literal = open < 0 ? text.Substring(position) : text.Substring(position, open - position);
            var escaped = Literals.String(literal);
            interpolated.Append(escaped, 1, escaped.Length - 2);
            if (open < 0)
            {
                break;
            }

            var close = text.IndexOf('}', open);
            if (close < 0)
            {
                throw new NotSupportedException("the template '" + text + "' is malformed");
            }

            var hole = text.Substring(open + 1, close - open - 1).Split('#');
            interpolated.Append('{').Append(Variable(hole[0])).Append(hole.Length > 1 ? "." + Attribute(hole[1]) : "").Append('}');
            position = close + 1;
        }

        return interpolated.Append('"').ToString();
    }

    private string Variable(string name) =>
        _variables.TryGetValue(name, out var local) ? local : throw new NotSupportedException("'" + name + "' is not defined");

    private static string Attribute(string path) =>
        PartitionAttributes.TryGetValue(path, out var property) ? property : throw new NotSupportedException("the attribute '" + path + "' is not supported");

    /// <summary>A local variable of that name; sibling conditions may assign the same name, C# scopes may not.</summary>
    private string NewLocal(string variable)
    {
        var wanted = CSharpNames.Camel(CSharpNames.Pascal(variable));
        var local = wanted;
        for (var number = 2; !_locals.Add(local); number++)
        {
            local = wanted + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        _variables[variable] = local;
        return local;
    }
}
