using System;
using System.Globalization;
using DataZoneGen.Generator.JmesPath;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <summary>
/// Compiles JMESPath expressions to C# and checks them against the model: paths of waiters and paginators against an operation's response,
/// and paths of endpoint parameters against its request.
/// </summary>
internal sealed class PathCompiler(PathTypes types)
{
    private readonly ExpressionCompiler _expressions = new(types);

    /// <summary>Returns the condition under which an acceptor matches a response; null if the path cannot be compiled, with the reason in <paramref name="problem"/>.</summary>
    public string? CompileCondition(AcceptorModel acceptor, StructurePlan root, string variable, CodeWriter writer, out string problem)
    {
        var path = acceptor.Argument ?? "";
        return Try(path, () =>
        {
            var value = Parse(path, root, variable);
            var expected = ToLiteral(acceptor.Expected);
            var condition = acceptor.Matcher switch
            {
                "path" => _expressions.EqualsLiteral(value, expected, null),
                "pathAny" => _expressions.AnyEquals(value, expected),
                _ => _expressions.AllEqual(value, expected),
            };
            return condition == Code.False
                ? throw new JmesPathException(
                    value is Test ? "the condition is never true" : "it evaluates to " + ExpressionCompiler.Describe(value) + ", " + DescribeMatcher(acceptor.Matcher) + " " + expected.Description, null)
                : writer.WriteCondition(condition);
        }, out problem);
    }

    /// <summary>Returns an expression for one value; null if the path cannot be compiled, with the reason in <paramref name="problem"/>.</summary>
    public SinglePath? CompileSingle(string path, StructurePlan root, string variable, CodeWriter writer, out string problem) => Try(path, () =>
    {
        var plain = _expressions.ToPlain(Parse(path, root, variable), null);
        return new SinglePath(writer.Write(plain.Code), plain.Type, plain.IsNullable);
    }, out problem);

    /// <summary>Returns a condition; null if the path is not a boolean, with the reason in <paramref name="problem"/>.</summary>
    public string? CompileBoolean(string path, StructurePlan root, string variable, out string problem) => Try(path, () =>
    {
        var value = Parse(path, root, variable);
        return ExpressionCompiler.GetTypeClass(value) != TypeClass.Boolean ? throw new JmesPathException("it evaluates to " + ExpressionCompiler.Describe(value) + ", which is not a boolean", null)
            : new CodeWriter().Write(value is Plain { IsNullable: true } plain ? Code.Coalesce(plain.Code, Code.False) : _expressions.IsTrue(value, null));
    }, out problem);

    /// <summary>Returns a list and the type of its elements; null if the path cannot be compiled, with the reason in <paramref name="problem"/>.</summary>
    public ListPath? CompileList(string path, StructurePlan root, string variable, CodeWriter writer, out string problem) => Try(path, () =>
    {
        var value = Parse(path, root, variable);
        return ExpressionCompiler.GetTypeClass(value) == TypeClass.List ? _expressions.WriteList(value, writer) : new ListPath(null, "");
    }, out problem);

    private Value Parse(string path, StructurePlan root, string variable) =>
        _expressions.Compile(Parser.Parse(path), new Plain(Code.From(variable), types.Root(root), IsNullable: false));

    private static T? Try<T>(string path, Func<T> compile, out string problem)
        where T : class
    {
        try
        {
            problem = "";
            return compile();
        }
        catch (JmesPathException exception)
        {
            problem = "'" + path + "': " + exception.Message + (exception.Offset is { } at ? ", at offset " + at.ToString(CultureInfo.InvariantCulture) : "");
            return null;
        }
    }

    private static Literal ToLiteral(ExpectedValue expected) => expected.Kind switch
    {
        ExpectedKind.Boolean => new BooleanLiteral(expected.Text == "true"),
        ExpectedKind.Number => LiteralReader.Read(expected.Text, 0),
        _ => new StringLiteral(expected.Text),
    };

    private static string DescribeMatcher(string matcher) => matcher switch
    {
        "path" => "which is never",
        "pathAny" => "whose elements are never",
        _ => "whose elements are never all",
    };
}

/// <summary>A C# expression for one value.</summary>
internal sealed record SinglePath(string Expression, TypePlan Type, bool IsNullable);

/// <summary>A C# expression for a list, which may be null, and the type of its elements. The expression is null if the path is not a list.</summary>
internal sealed record ListPath(string? Expression, string ElementType);
