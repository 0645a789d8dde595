using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using DataZoneGen.Generator.Emit.Templates;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Tests.Emit.Templates;

/// <summary>
/// Type-checks templates: it determines the type of each expression, and finds unknown members, variables, functions and includes for the types
/// that a template is used with.
/// </summary>
internal sealed class TemplateChecker
{
    private static readonly Dictionary<string, TemplateFunction> Functions = TemplateFunctions.All.ToDictionary(static f => f.Name, StringComparer.Ordinal);

    private readonly TemplateEngine _engine;
    private readonly string _template;
    private readonly Dictionary<string, Type> _variables;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly List<string> _problems;
    private readonly HashSet<string> _included;

    private TemplateChecker(TemplateEngine engine, string template, Dictionary<string, Type> variables, List<string> problems, HashSet<string> included)
    {
        _engine = engine;
        _template = template;
        _variables = variables;
        _problems = problems;
        _included = included;
    }

    /// <summary>Returns the problems of a template and of its includes.</summary>
    /// <param name="engine">The source of the templates.</param>
    /// <param name="template">The template's name.</param>
    /// <param name="globals">The variables of the template.</param>
    /// <param name="included">The set to which the names of checked templates are added.</param>
    public static IReadOnlyList<string> Check(TemplateEngine engine, string template, IReadOnlyDictionary<string, Type> globals, HashSet<string> included)
    {
        var problems = new List<string>();
        new TemplateChecker(engine, template, new(globals, StringComparer.Ordinal), problems, included).CheckPage();
        return problems;
    }

    private void CheckPage()
    {
        _included.Add(_template);
        CheckBlock(_engine.Parse(_template).Page!.Body!);
    }

    private void CheckBlock(ScriptBlockStatement block)
    {
        foreach (var statement in block.Statements)
        {
            Check(statement);
        }
    }

    private void Check(ScriptStatement statement)
    {
        switch (statement)
        {
            case ScriptRawStatement or ScriptEscapeStatement or ScriptEndStatement:
                break;
            case ScriptExpressionStatement { Expression: null }:
                break;
            case ScriptExpressionStatement { Expression: ScriptAssignExpression { Target: ScriptVariable target } assignment }:
                _variables[target.ToString()] = TypeOf(assignment.Value!);
                break;
            case ScriptExpressionStatement expression:
                var type = TypeOf(expression.Expression!);
                ReportIf(!IsText(type), statement, "writes a " + type.Name);
                break;
            case ScriptIfStatement condition:
                CheckCondition(condition.Condition!);
                CheckBlock(condition.Then!);
                if (condition.Else is not null)
                {
                    Check(condition.Else);
                }

                break;
            case ScriptElseStatement defaultBranch:
                CheckBlock(defaultBranch.Body!);
                break;
            case ScriptForStatement loop:
                var item = ItemOf(TypeOf(loop.Iterator!));
                ReportIf(item is null, loop, "is no loop over a list");
                _variables[((ScriptVariable)loop.Variable!).ToString()] = item ?? typeof(object);
                CheckBlock(loop.Body!);
                break;
            default:
                ReportIf(true, statement, "is a statement that nothing checks: " + statement.GetType().Name);
                break;
        }
    }

    /// <summary>A value that is never false or null is not a condition.</summary>
    private void CheckCondition(ScriptExpression condition)
    {
        var type = TypeOf(condition);
        ReportIf(type.IsValueType && type != typeof(bool) && Nullable.GetUnderlyingType(type) is null, condition, "is a condition that always holds");
    }

    private Type TypeOf(ScriptExpression expression)
    {
        switch (expression)
        {
            case ScriptLiteral literal:
                return literal.Value!.GetType();
            case ScriptNestedExpression nested:
                return TypeOf(nested.Expression!);
            case ScriptUnaryExpression unary:
                return TypeOf(unary.Right!);
            case ScriptBinaryExpression binary:
                var (left, right) = (TypeOf(binary.Left!), TypeOf(binary.Right!));
                return binary.Operator == ScriptBinaryOperator.Add && left == typeof(string) && right == typeof(string) ? typeof(string) : typeof(bool);
            case ScriptArrayInitializerExpression array:
                return array.Values.Select(TypeOf).First().MakeArrayType();
            case ScriptVariable variable when Functions.ContainsKey(variable.BaseName):
                return TypeOfCall(variable, variable.BaseName, []);
            case ScriptVariable variable:
                return TypeOfVariable(variable);
            case ScriptMemberExpression { Target: ScriptVariable { BaseName: "for" }, Member.BaseName: "first" or "last" }:
                return typeof(bool);
            case ScriptMemberExpression member:
                return TypeOfMember(member);
            case ScriptFunctionCall { Target: ScriptVariable { BaseName: "include" } } include:
                CheckInclude(include);
                return typeof(string);
            case ScriptFunctionCall { Target: ScriptVariable function } call:
                return TypeOfCall(call, function.BaseName, [.. call.Arguments]);
            default:
                ReportIf(true, expression, "is an expression that nothing checks: " + expression.GetType().Name);
                return typeof(object);
        }
    }

    private Type TypeOfVariable(ScriptVariable variable)
    {
        var name = variable.ToString();
        _used.Add(name);
        ReportIf(!_variables.ContainsKey(name), variable, "is no variable");
        return _variables.GetValueOrDefault(name, typeof(object));
    }

    private Type TypeOfMember(ScriptMemberExpression expression)
    {
        var owner = TypeOf(expression.Target!);
        var property = owner.GetProperty(expression.Member!.BaseName, BindingFlags.Public | BindingFlags.Instance);
        ReportIf(property is null, expression, "names no member of " + owner.Name);
        return property?.PropertyType ?? typeof(object);
    }

    private Type TypeOfCall(ScriptNode call, string name, IReadOnlyList<ScriptExpression> arguments)
    {
        if (!Functions.TryGetValue(name, out var function))
        {
            ReportIf(true, call, "calls no function");
            return typeof(object);
        }

        ReportIf(arguments.Count != function.Parameters.Count, call, "passes " + arguments.Count + " arguments, not " + function.Parameters.Count);
        for (var i = 0; i < Math.Min(arguments.Count, function.Parameters.Count); i++)
        {
            var (given, expected) = (TypeOf(arguments[i]), function.Parameters[i]);
            ReportIf(!expected.IsAssignableFrom(given), call, "passes a " + given.Name + ", not a " + expected.Name);
        }

        return function.ReturnType;
    }

    private void CheckInclude(ScriptFunctionCall include)
    {
        if (include.Arguments[0] is not ScriptLiteral { Value: string name } || !TemplateTests.Names.Contains(name))
        {
            ReportIf(true, include, "includes no template");
            return;
        }

        // An included template has access to the global variables and to its arguments.
        var arguments = include.Arguments.Skip(1).Cast<ScriptNamedArgument>().ToDictionary(static a => "$" + a.Name!.Name, a => TypeOf(a.Value!), StringComparer.Ordinal);
        var variables = _variables.Where(static v => v.Key is "unit" or "context" or "generated_code").Concat(arguments);
        var checker = new TemplateChecker(_engine, name, variables.ToDictionary(StringComparer.Ordinal), _problems, _included);
        checker.CheckPage();
        foreach (var unused in arguments.Keys.Where(argument => !checker._used.Contains(argument)))
        {
            ReportIf(true, include, "passes '" + unused + "', which is not used");
        }
    }

    private void ReportIf(bool isWrong, ScriptNode node, string problem)
    {
        if (isWrong)
        {
            _problems.Add(_template + ", line " + (node.Span.Start.Line + 1) + ": '" + node + "' " + problem);
        }
    }

    private static bool IsText(Type type) => type == typeof(string) || type == typeof(int) || type == typeof(int?) || type.IsEnum;

    private static Type? ItemOf(Type list) => list.GetInterfaces().Append(list)
        .FirstOrDefault(static type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GenericTypeArguments[0];
}
