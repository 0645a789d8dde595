using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Plan.Endpoints;

/// <summary>Compiles the functions of endpoint rules.</summary>
internal static class RuleFunctions
{
    private const string Library = CSharpTypes.Wire + "EndpointRules.";

    /// <exception cref="NotSupportedException">The function is unknown, or its arguments have the wrong types.</exception>
    public static RuleCode Compile(FunctionExpression function, RuleScope scope)
    {
        var arguments = new RuleArguments(function, scope);
        return (function.Name, function.Arguments.Count) switch
        {
            ("isSet", 1) => IsSet(arguments.Any(0)),
            ("not", 1) => arguments.Boolean(0).Not(),
            ("booleanEquals", 2) => BooleanEquals(arguments.Boolean(0), arguments.Boolean(1)),
            ("stringEquals", 2) => StringEquals(arguments.String(0), arguments.String(1)),
            ("getAttr", 2) when function.Arguments[1] is TemplateExpression path => RuleAttributes.Compile(arguments.Any(0), path.Text),
            ("substring", 4) => Call(
                RuleType.String, "Substring", true, arguments.String(0), arguments.Integer(1), arguments.Integer(2), arguments.Boolean(3).Condition),
            ("split", 3) => Call(RuleType.Strings, "Split", true, arguments.String(0), arguments.String(1), arguments.Integer(2)),
            ("uriEncode", 1) => CallOrNull(RuleType.String, Library + "UriEncode", arguments.String(0)),
            ("parseURL", 1) => Call(RuleType.Url, "ParseUrl", true, arguments.String(0)),
            ("isValidHostLabel", 2) => Call(RuleType.Boolean, "IsValidHostLabel", false, arguments.String(0), arguments.Boolean(1).Condition),
            ("aws.partition", 1) => CallOrNull(RuleType.Partition, CSharpTypes.Wire + "AwsPartition.FromRegion", arguments.String(0)),
            ("aws.parseArn", 1) => Call(RuleType.Arn, "ParseArn", true, arguments.String(0)),
            ("aws.isVirtualHostableS3Bucket", 2) =>
                Call(RuleType.Boolean, "IsVirtualHostableBucket", false, arguments.String(0), arguments.Boolean(1).Condition),
            ("coalesce", > 1) => Coalesce(arguments.AllOfSameType()),
            ("ite", 3) => Conditional(arguments.Boolean(0).Condition, arguments.AllOfSameType(from: 1)),
            _ => throw new NotSupportedException("the function '" + function.Name + "' is not supported"),
        };
    }

    private static RuleCode Call(RuleType type, string name, bool isNullable, params RuleCode[] arguments) =>
        new(type, Library + name + "(" + string.Join(", ", arguments.Select(static a => a.Text)) + ")") { IsNullable = isNullable };

    /// <summary>Calls a function whose result is null only if its argument is null.</summary>
    private static RuleCode CallOrNull(RuleType type, string function, RuleCode text) => new(type, function + "(" + text.Text + ")") { IsNullable = text.IsNullable };

    private static RuleCode IsSet(RuleCode value) => value.IsNullable ? RuleCode.Comparison(value.Operand, "is not", "null") : RuleCode.Boolean(true);

    private static RuleCode BooleanEquals(RuleCode left, RuleCode right) => (left.ConstantBoolean, right.ConstantBoolean) switch
    {
        ({ } a, { } b) => RuleCode.Boolean(a == b),
        (null, { } truth) => EqualsConstant(left, truth),
        ({ } truth, null) => EqualsConstant(right, truth),
        _ => Equal(left, right),
    };

    private static RuleCode EqualsConstant(RuleCode value, bool truth) =>
        value.IsNullable ? RuleCode.Comparison(value.Operand, "==", truth ? "true" : "false")
        : truth ? value
        : value.Not();

    private static RuleCode StringEquals(RuleCode left, RuleCode right) => left.Constant is not null && right.Constant is not null
        ? RuleCode.Boolean(left.Constant == right.Constant)
        : Equal(left, right);

    /// <summary>The compiler warns if a variable is compared with itself.</summary>
    private static RuleCode Equal(RuleCode left, RuleCode right) =>
        left.Text == right.Text ? RuleCode.Boolean(true) : RuleCode.Comparison(left.Operand, "==", right.Operand);

    /// <summary>Returns the first value that is not null. Values after one that is never null are dropped.</summary>
    private static RuleCode Coalesce(List<RuleCode> values)
    {
        var lastIndex = values.FindIndex(static v => !v.IsNullable);
        var candidates = lastIndex < 0 ? values : values.GetRange(0, lastIndex + 1);
        return candidates.Count == 1 ? candidates[0] : new(candidates[0].Type, string.Join(" ?? ", candidates.Select(static v => v.Operand)))
        {
            IsOperation = true,
            HasLowPrecedence = true,
            IsNullable = lastIndex < 0,
        };
    }

    private static RuleCode Conditional(RuleCode condition, List<RuleCode> values) => condition.ConstantBoolean is { } truth
        ? values[truth ? 0 : 1]
        : new(values[0].Type, condition.Operand + " ? " + values[0].Operand + " : " + values[1].Operand)
        {
            IsOperation = true,
            HasLowPrecedence = true,
            IsNullable = values[0].IsNullable || values[1].IsNullable,
        };

    /// <summary>The arguments of a call, which are compiled on demand.</summary>
    private sealed class RuleArguments(FunctionExpression function, RuleScope scope)
    {
        public RuleCode Any(int index) => RuleExpressions.Compile(function.Arguments[index], scope);

        public RuleCode String(int index) => CompileTyped(index, RuleType.String);

        public RuleCode Boolean(int index) => CompileTyped(index, RuleType.Boolean);

        public RuleCode Integer(int index) => CompileTyped(index, RuleType.Integer);

        public List<RuleCode> AllOfSameType(int from = 0)
        {
            var all = Enumerable.Range(from, function.Arguments.Count - from).Select(Any).ToList();
            return all.All(a => a.Type == all[0].Type && a.Type is not RuleType.Integer) ? all : throw WrongType();
        }

        private RuleCode CompileTyped(int index, RuleType type) => Any(index) is var code && code.Type == type ? code : throw WrongType();

        private NotSupportedException WrongType() => new("the function '" + function.Name + "' is not supported for these arguments");
    }
}
