using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Conditions;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Plans the parameters of endpoint rules that are set by clients and operations, except the settings that every client has.</summary>
internal sealed class EndpointContextPlanner(EndpointRuleSet rules, ShapeTable shapes, PathCompiler paths)
{
    /// <summary>Plans the properties of the client's options: client context parameters and built-in parameters.</summary>
    /// <exception cref="NotSupportedException">A setting does not have the type of its parameter.</exception>
    public EquatableArray<SettingPlan> PlanSettings(EquatableArray<ClientContextParam> declared, string optionsType)
    {
        var names = MemberNames.ForOptions(optionsType);
        var settings = new List<SettingPlan>();
        foreach (var parameter in rules.Parameters.Where(static p => !EndpointParameterPlanner.IsSetting(p)))
        {
            var setting = declared.FirstOrDefault(d => d.Name == parameter.Name);
            if (setting is null && parameter.BuiltIn is null)
            {
                continue;
            }

            if (setting is not null && setting.Type != parameter.Type)
            {
                throw WrongType(parameter.Name, "the client's setting");
            }

            settings.Add(new SettingPlan(
                names.Take(CSharpNames.Pascal(parameter.Name)),
                EndpointParameterPlanner.GetCSharpType(parameter.Type) + "?",
                parameter.Name,
                Documentation.ForType(setting?.Documentation ?? parameter.Documentation, "The value of the parameter " + parameter.Name + " in the service's endpoint rules.")));
        }

        return settings.ToEquatableArray();
    }

    /// <summary>Plans the parameters that calls of an operation set. Constants take precedence over members of the input, and these over paths.</summary>
    /// <exception cref="NotSupportedException">A value does not have the type of its parameter.</exception>
    public EquatableArray<ContextValuePlan> PlanCall(OperationModel model, OperationPlan operation)
    {
        var input = model.Input is null ? [] : shapes[model.Input].Members;
        var writer = new CodeWriter();
        return model.StaticContextParams.Select(value => FromConstant(value, model))
            .Concat(input.Where(static member => member.ContextParam is not null).Select(member => FromPath(member.ContextParam!, Quoted(member.Name), model, operation, writer)))
            .Concat(model.OperationContextParams.Select(path => FromPath(path.Parameter, path.Path, model, operation, writer)))
            .OfType<ContextValuePlan>()
            .GroupBy(static value => value.Parameter, StringComparer.Ordinal)
            .Select(static group => group.First())
            .ToEquatableArray();
    }

    private ContextValuePlan? FromConstant(RuleField field, OperationModel model) => GetParameterType(field.Name) is { } type
        ? new(field.Name, EndpointParameterPlanner.Literal(type, field.Value) ?? throw WrongType(field.Name, "operation '" + model.Name + "'"))
        : null;

    /// <summary>A parameter that the rules do not define is ignored.</summary>
    private ContextValuePlan? FromPath(string parameter, string path, OperationModel model, OperationPlan operation, CodeWriter writer)
    {
        if (GetParameterType(parameter) is not { } type)
        {
            return null;
        }

        string problem;
        if (type == EndpointParameterType.Strings)
        {
            return paths.CompileList(path, operation.Request, "input", writer, out problem) switch
            {
                null => throw Unusable(parameter, model, problem),
                { Expression: { } list, ElementType: "string" or "string?" } => new(parameter, list),
                _ => throw WrongType(parameter, "operation '" + model.Name + "'"),
            };
        }

        return (type, paths.CompileSingle(path, operation.Request, "input", writer, out problem)) switch
        {
            (_, null) => throw Unusable(parameter, model, problem),
            (EndpointParameterType.Boolean, { Type: ScalarType { Kind: ScalarKind.Boolean } } flag) => new(parameter, flag.Expression),
            (EndpointParameterType.String, { Type: ScalarType { Kind: ScalarKind.String } } text) => new(parameter, text.Expression),
            (EndpointParameterType.String, { Type: EnumType } value) => new(parameter, value.Expression + (value.IsNullable ? "?.Value" : ".Value")),
            _ => throw WrongType(parameter, "operation '" + model.Name + "'"),
        };
    }

    private EndpointParameterType? GetParameterType(string parameter) => rules.Parameters.FirstOrDefault(p => p.Name == parameter)?.Type;

    private static string Quoted(string member) => "\"" + member.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    private static NotSupportedException Unusable(string parameter, OperationModel model, string problem) =>
        new("parameter '" + parameter + "' of operation '" + model.Name + "' cannot be read from its input: " + problem);

    private static NotSupportedException WrongType(string parameter, string source) =>
        new("the value of parameter '" + parameter + "' from " + source + " does not have the parameter's type");
}
