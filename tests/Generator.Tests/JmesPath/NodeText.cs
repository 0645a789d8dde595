using System;
using System.Linq;
using DataZoneGen.Generator.JmesPath;

namespace DataZoneGen.Generator.Tests.JmesPath;

/// <summary>Writes a parsed expression in prefix notation.</summary>
internal static class NodeText
{
    public static string Of(Node node) => node switch
    {
        CurrentNode => "@",
        FieldNode field => field.Name,
        ThenNode then => Of("then", then.Left, then.Right),
        IndexNode index => FormattableString.Invariant($"(index {Of(index.Left)} {index.Index})"),
        SliceNode slice => FormattableString.Invariant($"(slice {Of(slice.Left)} {slice.Start}:{slice.Stop}:{slice.Step})"),
        FlattenNode flatten => Of("flatten", flatten.Left),
        ValuesNode values => Of("values", values.Left),
        FilterNode filter => Of("filter", filter.Left, filter.Condition),
        ProjectionNode projection => Of("project", projection.Left, projection.Right),
        CompareNode compare => Of(compare.Operator.ToString(), compare.Left, compare.Right),
        AndNode and => Of("and", and.Left, and.Right),
        OrNode or => Of("or", or.Left, or.Right),
        NotNode not => Of("not", not.Operand),
        LiteralNode literal => literal.Value.Description,
        ListNode list => Of("list", [.. list.Items]),
        HashNode hash => "(hash " + string.Join(' ', hash.Entries.Select(static e => e.Key + ":" + Of(e.Value))) + ")",
        CallNode call => Of(call.Function, [.. call.Arguments]),
        ReferenceNode reference => Of("reference", reference.Expression),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    };

    private static string Of(string op, params Node[] operands) => "(" + op + string.Concat(operands.Select(static o => " " + Of(o))) + ")";
}
