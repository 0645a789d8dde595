using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Plans local variables for the parameters of endpoint rules.</summary>
internal sealed class EndpointParameterPlanner(RuleScope scope, LocalNames locals)
{
    /// <summary>The built-in parameters that come from the settings and the credentials of every client. All others are specific to the service.</summary>
    private static readonly Dictionary<string, (EndpointParameterType Type, string Property)> Settings = new(StringComparer.Ordinal)
    {
        ["AWS::Region"] = (EndpointParameterType.String, "Region"),
        ["AWS::UseFIPS"] = (EndpointParameterType.Boolean, "UseFips"),
        ["AWS::UseDualStack"] = (EndpointParameterType.Boolean, "UseDualStack"),
        ["AWS::Auth::AccountId"] = (EndpointParameterType.String, "AccountId"),
        ["AWS::Auth::AccountIdEndpointMode"] = (EndpointParameterType.String, "AccountIdEndpointMode"),
        ["SDK::Endpoint"] = (EndpointParameterType.String, "Endpoint"),
    };

    /// <summary>Returns whether the parameter is the account id of the credentials.</summary>
    public static bool IsAccountId(EndpointParameter parameter) => parameter.BuiltIn == "AWS::Auth::AccountId";

    /// <summary>Returns whether a setting that every client has, or its credentials, set the parameter.</summary>
    public static bool IsSetting(EndpointParameter parameter) => parameter.BuiltIn is { } name && Settings.ContainsKey(name);

    /// <summary>Declares the parameter and adds it to the scope of the rules.</summary>
    public EndpointLocalPlan Plan(EndpointParameter parameter)
    {
        var (source, isNullable) = GetSource(parameter);
        var defaultValue = parameter.Default is { } value ? Literal(parameter.Type, value) ?? throw WrongType(parameter)
            : parameter.IsRequired ? "throw " + CSharpTypes.Wire + "EndpointRules.CreateException(" + Literals.String("The endpoint rules require a value for '" + parameter.Name + "'.") + ")"
            : null;
        var code = new RuleCode(GetRuleType(parameter.Type), locals.Take(CSharpNames.Pascal(parameter.Name))) { IsNullable = isNullable && defaultValue is null };
        scope.Assign(parameter.Name, code);
        return new EndpointLocalPlan(
            GetCSharpType(parameter.Type) + (code.IsNullable ? "? " : " ") + code.Text + " = parameters." + source + (isNullable && defaultValue is not null ? " ?? " + defaultValue : "") + ";");
    }

    private static (string Source, bool IsNullable) GetSource(EndpointParameter parameter)
    {
        if (!IsSetting(parameter))
        {
            return ("Get" + parameter.Type + "(" + Literals.String(parameter.Name) + ")", true);
        }

        var (type, property) = Settings[parameter.BuiltIn!];
        return type == parameter.Type ? (property, type != EndpointParameterType.Boolean) : throw WrongType(parameter);
    }

    /// <summary>Returns a C# literal for a constant of the model; null if it does not have the type.</summary>
    public static string? Literal(EndpointParameterType type, RuleExpression value) => (type, value) switch
    {
        (EndpointParameterType.String, TextExpression text) => Literals.String(text.Text),
        (EndpointParameterType.Boolean, BooleanExpression boolean) => boolean.Value ? "true" : "false",
        (EndpointParameterType.Strings, ArrayExpression array) when array.Items.All(static item => item is TextExpression) =>
            "new string[] { " + string.Join(", ", array.Items.Cast<TextExpression>().Select(static item => Literals.String(item.Text))) + " }",
        _ => null,
    };

    private static RuleType GetRuleType(EndpointParameterType type) => type switch
    {
        EndpointParameterType.Boolean => RuleType.Boolean,
        EndpointParameterType.Strings => RuleType.Strings,
        _ => RuleType.String,
    };

    /// <summary>Returns the C# type of a parameter.</summary>
    public static string GetCSharpType(EndpointParameterType type) => type switch
    {
        EndpointParameterType.Boolean => "bool",
        EndpointParameterType.Strings => CSharpTypes.ReadOnlyList + "<string>",
        _ => "string",
    };

    private static NotSupportedException WrongType(EndpointParameter parameter) =>
        new("the type of parameter '" + parameter.Name + "' does not match its value");
}
