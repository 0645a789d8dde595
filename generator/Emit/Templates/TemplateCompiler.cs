using System;
using System.Collections.Generic;
using System.Linq;
using Scriban;
using Scriban.Syntax;

namespace DataZoneGen.Generator.Emit.Templates;

/// <summary>
/// Turns the syntax tree of a template into statements that render it. Scriban's own evaluation looks up names and converts values for
/// each node, which is slow. Templates need only a small part of the language; other syntax is an error.
/// </summary>
internal sealed class TemplateCompiler
{
    private readonly TemplateEngine _engine;
    private readonly string _template;
    private readonly Dictionary<string, int> _variables = new(StringComparer.Ordinal) { ["unit"] = CompiledTemplate.Unit, ["context"] = CompiledTemplate.Context };
    private readonly Stack<int> _loopIndexes = new();

    private TemplateCompiler(TemplateEngine engine, string template)
    {
        _engine = engine;
        _template = template;
    }

    /// <summary>Compiles a template and the templates that it includes.</summary>
    public static CompiledTemplate Compile(TemplateEngine engine, string name, Template syntax)
    {
        var compiler = new TemplateCompiler(engine, name);
        var body = compiler.Compile(syntax.Page!.Body!);
        return new CompiledTemplate(body, compiler._variables);
    }

    private BlockStatement Compile(ScriptBlockStatement block) => new([.. block.Statements.Select(CompileStatement).OfType<TemplateStatement>()]);

    private TemplateStatement? CompileStatement(ScriptStatement statement)
    {
        switch (statement)
        {
            case ScriptRawStatement raw:
                return new TextStatement(raw.Text.ToString());
            case ScriptEscapeStatement or ScriptEndStatement or ScriptExpressionStatement { Expression: null }:
                return null;
            case ScriptExpressionStatement { Expression: ScriptAssignExpression { Target: ScriptVariable target } assignment }:
                var assigned = Compile(assignment.Value!);
                return new AssignmentStatement(Declare(target.ToString()), assigned);
            case LineStatement line:
                var value = Compile(line.Expression!);
                return value is IncludeExpression include && line.Indentation.Length == 0 ? new IncludeStatement(include) : new LinesStatement(value, line.Indentation);
            case ScriptExpressionStatement expression:
                return new ValueStatement(Compile(expression.Expression!));
            case ScriptIfStatement condition:
                return new IfStatement(Compile(condition.Condition!), Compile(condition.Then!), condition.Else is null ? null : CompileStatement(condition.Else));
            case ScriptElseStatement defaultBranch:
                return Compile(defaultBranch.Body!);
            case ScriptForStatement loop:
                return CompileLoop(loop);
            default:
                throw Error(statement, "is a statement that templates cannot use");
        }
    }

    private ForStatement CompileLoop(ScriptForStatement loop)
    {
        var list = Compile(loop.Iterator!);
        var item = Declare(loop.Variable!.ToString()!);
        var index = Declare("for" + _loopIndexes.Count);
        _loopIndexes.Push(index);
        var body = Compile(loop.Body!);
        _loopIndexes.Pop();
        return new ForStatement(item, index, list, body);
    }

    private TemplateExpression Compile(ScriptExpression expression) => expression switch
    {
        ScriptLiteral literal => new ConstantExpression(literal.Value),
        ScriptNestedExpression nested => Compile(nested.Expression!),
        ScriptUnaryExpression { Operator: ScriptUnaryOperator.Not } unary => new NotExpression(Compile(unary.Right!)),
        ScriptBinaryExpression binary => CompileOperator(binary, Compile(binary.Left!), Compile(binary.Right!)),
        ScriptArrayInitializerExpression array => CompileArray(array),
        ScriptVariable { BaseName: TemplateEngine.GeneratedCode } => new ConstantExpression(Text.FileText.GeneratedCode),
        ScriptVariable variable => new VariableExpression(Find(variable)),
        ScriptMemberExpression { Target: ScriptVariable { BaseName: "for" }, Member.BaseName: "first" } when _loopIndexes.Count > 0 => new IsFirstExpression(_loopIndexes.Peek()),
        ScriptMemberExpression member => new MemberExpression(Compile(member.Target!), member.Member!.BaseName, Describe(member)),
        ScriptFunctionCall { Target: ScriptVariable { BaseName: "include" } } include => CompileInclude(include),
        ScriptFunctionCall { Target: ScriptVariable function } call => CompileCall(call, function.BaseName),
        _ => throw Error(expression, "is an expression that templates cannot use"),
    };

    private TemplateExpression CompileOperator(ScriptBinaryExpression binary, TemplateExpression left, TemplateExpression right) => binary.Operator switch
    {
        ScriptBinaryOperator.Or => new AnyExpression(left, right),
        ScriptBinaryOperator.Add => new ConcatenationExpression(left, right),
        ScriptBinaryOperator.CompareEqual => new ComparisonExpression(left, right, static (left, right) => left == right),
        ScriptBinaryOperator.CompareGreater => new ComparisonExpression(left, right, static (left, right) => left > right),
        _ => throw Error(binary, "is an operator that templates cannot use"),
    };

    private ConstantExpression CompileArray(ScriptArrayInitializerExpression array) =>
        new(array.Values.Select(value => Compile(value) is ConstantExpression constant ? constant.Value : throw Error(value, "is not a constant")).ToArray());

    private IncludeExpression CompileInclude(ScriptFunctionCall include)
    {
        var name = include.Arguments[0] is ScriptLiteral { Value: string text } ? text : throw Error(include, "includes no template");
        var template = _engine.Get(name);
        var arguments = new List<TemplateArgument>();
        foreach (var argument in include.Arguments.Skip(1).Cast<ScriptNamedArgument>())
        {
            var variable = template.FindVariable("$" + argument.Name!.Name) ?? throw Error(include, "passes '" + argument.Name.Name + "', which is not used");
            arguments.Add(new TemplateArgument(variable, Compile(argument.Value!)));
        }

        return new IncludeExpression(template, arguments);
    }

    private CallExpression CompileCall(ScriptFunctionCall call, string name)
    {
        var function = _engine.FindFunction(name) ?? throw Error(call, "calls no function");
        return call.Arguments.Count == function.Parameters.Count
            ? new CallExpression(function, [.. call.Arguments.Select(Compile)])
            : throw Error(call, "passes " + call.Arguments.Count + " arguments, not " + function.Parameters.Count);
    }

    /// <summary>Finds a variable. A local variable that was not assigned is an argument of an included template.</summary>
    private int Find(ScriptVariable variable)
    {
        var name = variable.ToString();
        return name[0] == '$' ? Declare(name) : _variables.TryGetValue(name, out var number) ? number : throw Error(variable, "is no variable");
    }

    private int Declare(string name)
    {
        if (!_variables.TryGetValue(name, out var number))
        {
            number = _variables.Count;
            _variables.Add(name, number);
        }

        return number;
    }

    private InvalidOperationException Error(ScriptNode node, string problem) => new(Describe(node) + " " + problem + ".");

    private string Describe(ScriptNode node) => "Template " + _template + ", line " + (node.Span.Start.Line + 1) + ": '" + node + "'";
}
