using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Compiles the values of endpoint rules to C# and checks their types.</summary>
internal static class RuleExpressions
{
    /// <exception cref="NotSupportedException">The expression uses an unsupported feature, or a value has the wrong type.</exception>
    public static RuleCode Compile(RuleExpression expression, RuleScope scope) => expression switch
    {
        TemplateExpression template => RuleTemplates.Compile(template.Text, scope),
        TextExpression text => RuleCode.String(text.Text),
        BooleanExpression boolean => RuleCode.Boolean(boolean.Value),
        NumberExpression number => Integer(number.Text),
        ArrayExpression array => new RuleCode(RuleType.Strings, "new string[] { " + Items(array.Items, scope) + " }"),
        ReferenceExpression reference => scope[reference.Name],
        FunctionExpression function => RuleFunctions.Compile(function, scope),
        _ => throw new NotSupportedException("an object is not supported here"),
    };

    /// <summary>Compiles an expression that must be a string.</summary>
    public static string String(RuleExpression expression, RuleScope scope) => CompileTyped(expression, RuleType.String, "a string", scope).NonNull;

    /// <summary>Compiles an expression that must be a boolean.</summary>
    public static string Boolean(RuleExpression expression, RuleScope scope) => CompileTyped(expression, RuleType.Boolean, "a boolean", scope).Condition.Text;

    /// <summary>Compiles an expression that must be an array of strings.</summary>
    public static string Strings(RuleExpression expression, RuleScope scope)
    {
        if (expression is ArrayExpression array)
        {
            return "[" + Items(array.Items, scope) + "]";
        }

        var code = CompileTyped(expression, RuleType.Strings, "an array of strings", scope);
        return code.IsNullable ? code.Operand + " ?? []" : code.Text;
    }

    /// <summary>Compiles a property of an endpoint, which can have any JSON type.</summary>
    public static string Property(RuleExpression expression, RuleScope scope) => expression switch
    {
        NumberExpression number => Number(number.Text),
        ArrayExpression array => "new object?[] { " + string.Join(", ", array.Items.Select(item => Property(item, scope))) + " }",
        ObjectExpression value => "new " + CSharpTypes.Dictionary + "<string, object?> { "
            + string.Join(", ", value.Fields.Select(field => "[" + Literals.String(field.Name) + "] = " + Property(field.Value, scope))) + " }",
        _ => Compile(expression, scope) is { Type: RuleType.String or RuleType.Boolean or RuleType.Strings } code
            ? code.Text
            : throw new NotSupportedException("the property has a type that is not supported"),
    };

    private static RuleCode CompileTyped(RuleExpression expression, RuleType type, string expected, RuleScope scope) =>
        Compile(expression, scope) is var code && code.Type == type ? code : throw new NotSupportedException("the value must be " + expected);

    private static RuleCode Integer(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
        ? new RuleCode(RuleType.Integer, value.ToString(CultureInfo.InvariantCulture))
        : throw new NotSupportedException("the number " + text + " is not supported");

    private static string Number(string text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return whole.ToString(CultureInfo.InvariantCulture) + (whole is > int.MaxValue or < int.MinValue ? "L" : "");
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && !double.IsInfinity(value)
            ? value.ToString("R", CultureInfo.InvariantCulture) + "d"
            : throw new NotSupportedException("the number " + text + " is not supported");
    }

    private static string Items(IEnumerable<RuleExpression> items, RuleScope scope) => string.Join(", ", items.Select(item => String(item, scope)));
}
