using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.JmesPath;

namespace DataZoneGen.Generator.Plan.Conditions;

/// <summary>The precedence of a C# expression. An expression with a lower precedence than its context needs parentheses.</summary>
internal enum Precedence
{
    Conditional,
    Coalesce,
    Or,
    And,
    Equality,
    Relational,
    Unary,
    Primary,
}

/// <summary>
/// A C# expression. Its text is written each time the expression is used, so that the variables that it declares get different names.
/// </summary>
internal sealed class Code(Precedence precedence, Func<CodeWriter, string> write)
{
    public static readonly Code True = new(Precedence.Primary, static _ => "true");
    public static readonly Code False = new(Precedence.Primary, static _ => "false");
    public static readonly Code Null = new(Precedence.Primary, static _ => "null");

    /// <summary>The parameter of every lambda. JMESPath has no access to the parent of a list element.</summary>
    public static readonly Code Item = From("item");

    private Code? _negation;
    private Func<CodeWriter, IReadOnlyList<string>>? _writeParts;
    private string _separator = "";

    public static Code From(string text) => new(Precedence.Primary, _ => text);

    public static Code Member(Code owner, string name, bool isConditional) =>
        new(Precedence.Primary, w => w.Write(owner, Precedence.Primary) + (isConditional ? "?." : ".") + name);

    public static Code Call(string function, params Code[] arguments) =>
        new(Precedence.Primary, w => function + "(" + string.Join(", ", arguments.Select(a => w.Write(a, Precedence.Conditional))) + ")");

    public static Code Enumerable(string method, params Code[] arguments) => Call(CSharpTypes.Enumerable + "." + method, arguments);

    public static Code Lambda(Code body) => new(Precedence.Conditional, w => "static item => " + w.Write(body, Precedence.Conditional));

    public static Code Cast(string type, Code operand) => new(Precedence.Unary, w => "(" + type + ")" + w.Write(operand, Precedence.Primary));

    public static Code As(Code operand, string type) => new(Precedence.Relational, w => w.Write(operand, Precedence.Unary) + " as " + type);

    public static Code Array(string element, IEnumerable<Code> items) =>
        new(Precedence.Primary, w => "new " + element + "[] { " + string.Join(", ", items.Select(i => w.Write(i, Precedence.Conditional))) + " }");

    /// <summary>Returns the list, or an empty list if it is null.</summary>
    public static Code OrEmpty(Code list) => Coalesce(list, From("[]"));

    public static Code Coalesce(Code left, Code right) =>
        new(Precedence.Coalesce, w => w.Write(left, Precedence.Or) + " ?? " + w.Write(right, Precedence.Coalesce));

    public static Code Conditional(Code condition, Code then, Code whenFalse) =>
        condition == True ? then
        : condition == False ? whenFalse
        : new(Precedence.Conditional, w =>
            w.Write(condition, Precedence.Or) + " ? " + w.Write(then, Precedence.Coalesce) + " : " + w.Write(whenFalse, Precedence.Conditional));

    /// <summary>Returns <paramref name="then"/> of the value if the value matches the pattern; otherwise, <paramref name="whenFalse"/>.</summary>
    public static Code Match(Code value, string pattern, Func<Code, Code> then, Code whenFalse) =>
        new(Precedence.Conditional, w =>
        {
            var variable = From(w.Declare());
            var condition = w.Write(value, Precedence.Unary) + " is " + pattern + " " + w.Write(variable, Precedence.Primary);
            return condition + " ? " + w.Write(then(variable), Precedence.Coalesce) + " : " + w.Write(whenFalse, Precedence.Conditional);
        });

    /// <summary>Returns whether the value matches the pattern and <paramref name="then"/> is true for it.</summary>
    public static Code MatchAnd(Code value, string pattern, Func<Code, Code> then) => JoinParts(Precedence.And, "&&", w =>
    {
        var variable = From(w.Declare());
        var condition = w.Write(value, Precedence.Unary) + " is " + pattern + " " + w.Write(variable, Precedence.Primary);
        return [condition, .. then(variable).WriteParts(w, Precedence.And)];
    });

    public static Code Is(Code value, string pattern) => Negatable(
        new(Precedence.Relational, w => w.Write(value, Precedence.Unary) + " is " + pattern),
        new(Precedence.Relational, w => w.Write(value, Precedence.Unary) + " is not " + Parenthesize(pattern)));

    public static Code IsNull(Code value) => Is(value, "null");

    public static Code IsNotNull(Code value) => Not(IsNull(value));

    public static Code Equal(Code left, Code right) => Negatable(Binary(left, "==", right, Precedence.Equality), Binary(left, "!=", right, Precedence.Equality));

    public static Code Compare(Code left, string comparison, Code right) => Binary(left, comparison, right, Precedence.Relational);

    public static Code And(params Code[] conditions)
    {
        var parts = conditions.Where(static c => c != True).ToList();
        return parts.Contains(False) ? False : Join(parts, True, "&&", Precedence.And);
    }

    public static Code Or(params Code[] conditions)
    {
        var parts = conditions.Where(static c => c != False).ToList();
        return parts.Contains(True) ? True : Join(parts, False, "||", Precedence.Or);
    }

    public static Code Not(Code condition) =>
        condition == True ? False
        : condition == False ? True
        : condition._negation
        ?? Negatable(condition, new(Precedence.Unary, w => "!" + w.Write(condition, Precedence.Primary)))._negation!;

    /// <summary>Writes the text in a context that needs at least this precedence.</summary>
    internal string Write(CodeWriter writer, Precedence atLeast)
    {
        // C# needs no parentheses around && in ||, but they make the code easier to read.
        var text = write(writer);
        return precedence < atLeast || (precedence == Precedence.And && atLeast == Precedence.Or) ? "(" + text + ")" : text;
    }

    /// <summary>Writes the text of a condition in parts, each of which can be on its own line.</summary>
    internal IReadOnlyList<string> WriteLines(CodeWriter writer) =>
        _writeParts is null ? [write(writer)] : [.. _writeParts(writer).Select((part, i) => i == 0 ? part : _separator + " " + part)];

    private IReadOnlyList<string> WriteParts(CodeWriter writer, Precedence atLeast) =>
        _writeParts is not null && precedence == atLeast ? _writeParts(writer) : [writer.Write(this, atLeast)];

    private static Code Negatable(Code condition, Code negation)
    {
        condition._negation = negation;
        negation._negation = condition;
        return condition;
    }

    private static Code Binary(Code left, string op, Code right, Precedence level) =>
        new(level, w => w.Write(left, level + 1) + " " + op + " " + w.Write(right, level + 1));

    private static Code Join(List<Code> parts, Code none, string op, Precedence level) => parts.Count switch
    {
        0 => none,
        1 => parts[0],
        _ => JoinParts(level, op, w => [.. parts.SelectMany(p => p.WriteParts(w, level))]),
    };

    private static Code JoinParts(Precedence level, string op, Func<CodeWriter, IReadOnlyList<string>> parts) =>
        new(level, w => string.Join(" " + op + " ", parts(w))) { _writeParts = parts, _separator = op };

    private static string Parenthesize(string pattern) => pattern.Contains(" ") && pattern[0] != '{' && pattern[0] != '(' ? "(" + pattern + ")" : pattern;
}

/// <summary>Writes the text of the expressions of one method or lambda, in which variable names must be unique.</summary>
internal sealed class CodeWriter
{
    private const int MaxLength = 20_000;
    private const int MaxLineLength = 130;

    private int _variables;

    /// <summary>Returns a variable name that no other expression of this writer uses.</summary>
    public string Declare() => ++_variables == 1 ? "found" : "found" + _variables.ToString(CultureInfo.InvariantCulture);

    public string Write(Code code) => Write(code, Precedence.Conditional);

    /// <summary>Writes the text of a condition, on several lines if it is long.</summary>
    public string WriteCondition(Code condition)
    {
        var parts = condition.WriteLines(this);
        return parts.Sum(static p => p.Length) > MaxLineLength ? string.Join("\n    ", parts) : string.Join(" ", parts);
    }

    public string Write(Code code, Precedence atLeast)
    {
        var text = code.Write(this, atLeast);
        return text.Length <= MaxLength ? text : throw new JmesPathException("the generated C# expression is too long", null);
    }
}
