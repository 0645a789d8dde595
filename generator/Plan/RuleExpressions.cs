using System;
using System.Collections.Generic;
using System.Text;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan;

/// <summary>Compiles the expressions of endpoint rules to C#, checked for their types: what does not fit is not supported.</summary>
internal static class RuleExpressions
{
    private static readonly Dictionary<string, (RuleType Type, string Property)> PartitionAttributes = new(StringComparer.Ordinal)
    {
        ["name"] = (RuleType.String, "Id"),
        ["dnsSuffix"] = (RuleType.String, "DnsSuffix"),
        ["dualStackDnsSuffix"] = (RuleType.String, "DualStackDnsSuffix"),
        ["implicitGlobalRegion"] = (RuleType.String, "ImplicitGlobalRegion"),
        ["supportsFIPS"] = (RuleType.Boolean, "SupportsFips"),
        ["supportsDualStack"] = (RuleType.Boolean, "SupportsDualStack"),
    };

    /// <exception cref="NotSupportedException">The expression uses what is not known, or a value of the wrong type.</exception>
    public static RuleCode Compile(RuleExpression expression, RuleScope scope) => expression switch
    {
        TemplateExpression template => Template(template.Text, scope),
        BooleanExpression boolean => RuleCode.Boolean(boolean.Value),
        ReferenceExpression reference => scope[reference.Name],
        FunctionExpression function => Function(function, scope),
        NumberExpression number => throw new NotSupportedException("the number " + number.Text + " is not supported"),
        _ => throw new NotSupportedException("an expression of an unknown kind"),
    };

    /// <summary>Compiles an expression that must be a string.</summary>
    public static string String(RuleExpression expression, RuleScope scope) =>
        Compile(expression, scope) is { Type: RuleType.String } code ? code.Sure : throw new NotSupportedException("something other than text where text is needed");

    private static RuleCode Function(FunctionExpression function, RuleScope scope)
    {
        var arguments = function.Arguments;
        return (function.Name, arguments.Count) switch
        {
            ("isSet", 1) => IsSet(arguments[0] is ReferenceExpression reference ? scope.Find(reference.Name) : Compile(arguments[0], scope)),
            ("not", 1) => Argument(function, 0, RuleType.Boolean, scope).Not(),
            ("booleanEquals", 2) => BooleanEquals(Argument(function, 0, RuleType.Boolean, scope), Argument(function, 1, RuleType.Boolean, scope)),
            ("stringEquals", 2) => StringEquals(Argument(function, 0, RuleType.String, scope), Argument(function, 1, RuleType.String, scope)),
            ("aws.partition", 1) => new(RuleType.Partition, CSharpTypes.Wire + "AwsPartition.Of(" + Argument(function, 0, RuleType.String, scope).Sure + ")"),
            ("isValidHostLabel", 2) => new(
                RuleType.Boolean,
                CSharpTypes.Wire + "EndpointRules.IsValidHostLabel("
                    + Argument(function, 0, RuleType.String, scope).Sure + ", " + Argument(function, 1, RuleType.Boolean, scope).Text + ")"),
            ("getAttr", 2) when arguments[1] is TemplateExpression path => Attribute(Argument(function, 0, RuleType.Partition, scope), path.Text),
            _ => throw new NotSupportedException("the function '" + function.Name + "' is not supported"),
        };
    }

    private static RuleCode Argument(FunctionExpression function, int index, RuleType type, RuleScope scope)
    {
        var code = Compile(function.Arguments[index], scope);
        return code.Type == type ? code : throw new NotSupportedException("the function '" + function.Name + "' is not supported for these arguments");
    }

    private static RuleCode IsSet(RuleCode? value) =>
        value is { IsNullable: true } ? new(RuleType.Boolean, value.Text + " is not null") : RuleCode.Boolean(value is not null);

    private static RuleCode BooleanEquals(RuleCode left, RuleCode right) => (left.Truth, right.Truth) switch
    {
        ({ } a, { } b) => RuleCode.Boolean(a == b),
        (null, true) => left,
        (true, null) => right,
        (null, false) => left.Not(),
        (false, null) => right.Not(),
        _ => new(RuleType.Boolean, left.Operand + " == " + right.Operand),
    };

    private static RuleCode StringEquals(RuleCode left, RuleCode right) => left.Constant is not null && right.Constant is not null
        ? RuleCode.Boolean(left.Constant == right.Constant)
        : new(RuleType.Boolean, left.Operand + " == " + right.Operand);

    private static RuleCode Attribute(RuleCode partition, string path) => PartitionAttributes.TryGetValue(path, out var attribute)
        ? new(attribute.Type, partition.Text + "." + attribute.Property)
        : throw new NotSupportedException("the attribute '" + path + "' is not supported");

    /// <summary><c>https://x.{Region}.{P#dnsSuffix}</c> as a string literal, interpolated where it has holes; doubled braces stand for themselves.</summary>
    private static RuleCode Template(string text, RuleScope scope)
    {
        var constant = new StringBuilder();
        var interpolated = new StringBuilder("$\"");
        var hasHoles = false;
        for (var position = 0; position < text.Length; position++)
        {
            var c = text[position];
            var isDoubled = position + 1 < text.Length && text[position + 1] == c;
            if (c is not ('{' or '}') || isDoubled)
            {
                Append(constant, interpolated, c.ToString());
                position += c is '{' or '}' ? 1 : 0;
                continue;
            }

            var end = c == '{' ? text.IndexOf('}', position) : -1;
            var hole = Hole(text, position + 1, end, scope);
            if (hole.Constant is { } value)
            {
                Append(constant, interpolated, value);
            }
            else
            {
                interpolated.Append('{').Append(hole.Text).Append('}');
                hasHoles = true;
            }

            position = end;
        }

        return hasHoles ? new RuleCode(RuleType.String, interpolated.Append('"').ToString()) : RuleCode.String(constant.ToString());
    }

    private static void Append(StringBuilder constant, StringBuilder interpolated, string text)
    {
        constant.Append(text);
        var literal = Literals.String(text);
        interpolated.Append(literal.Substring(1, literal.Length - 2).Replace("{", "{{").Replace("}", "}}"));
    }

    private static RuleCode Hole(string template, int start, int end, RuleScope scope)
    {
        var parts = end < start ? [] : template.Substring(start, end - start).Split('#');
        return (parts.Length, parts.Length > 0 ? scope[parts[0]] : null) switch
        {
            (1, { Type: RuleType.String } value) => value,
            (2, { Type: RuleType.Partition } partition) when Attribute(partition, parts[1]) is { Type: RuleType.String } attribute => attribute,
            _ => throw new NotSupportedException("the template '" + template + "' is malformed"),
        };
    }
}
