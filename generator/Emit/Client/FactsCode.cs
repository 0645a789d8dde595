using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;

namespace DataZoneGen.Generator.Emit.Client;

/// <summary>Writes the facts for the analyzers, as <see cref="FactsFormat"/> shows them.</summary>
internal static class FactsCode
{
    public static string Write(FactsUnit unit) => string.Join("\n", Lines(unit));

    private static IEnumerable<string> Lines(FactsUnit unit)
    {
        var names = unit.Context.Names;
        IEnumerable<string> first = [FactsFormat.Client, FactsFormat.EscapeField(unit.Context.ServiceId), names.Client, names.Interface, names.Extensions, names.BaseException];
        return [
            Join(first),
            .. unit.Limits.Select(static (limit, number) => Join(Fields(limit, number))),
            .. unit.Types.Select(static type => Join([FactsFormat.Type, type.Name, .. type.Members.Select(static m => m.Name + "=" + Text(m.Limit))])),
            .. unit.Enums.Select(static e => Join([FactsFormat.Enum, e.Name, .. e.Values.Select(FactsFormat.EscapeField)])),
            .. unit.ErrorLists.Select(static (list, number) => Join([FactsFormat.Errors, Text(number), .. list.Exceptions])),
            .. unit.Operations.Select(static o =>
                Join([FactsFormat.Operation, o.Name == o.ModelName ? o.Name : o.Name + "=" + FactsFormat.EscapeField(o.ModelName), Text(o.Errors)])),
            .. unit.Paginators.Select(static p =>
                Join([FactsFormat.Paginator, p.Operation, p.Items ?? FactsFormat.None, .. p.Tokens.Select(static t => t.Property + "=" + (t.Next ?? FactsFormat.None))])),
            .. unit.Waiters.Select(static w => Join([FactsFormat.Waiter, w.Operation, w.Method, w.Property ?? FactsFormat.None])),
        ];
    }

    private static IEnumerable<string> Fields(LimitPlan limit, int number)
    {
        var range = limit.Min + FactsFormat.Range + limit.Max;
        return limit.Kind switch
        {
            LimitKind.Text when limit.Pattern is { } pattern => [FactsFormat.Text, Text(number), range, FactsFormat.EscapePattern(pattern)],
            LimitKind.Text => [FactsFormat.Text, Text(number), range],
            LimitKind.Bytes => [FactsFormat.Bytes, Text(number), range],
            LimitKind.Number => [FactsFormat.Number, Text(number), range],
            LimitKind.Value => [FactsFormat.Value, Text(number), limit.Enum!],
            LimitKind.List => [FactsFormat.List, Text(number), range, Reference(limit.Item)],
            _ => [FactsFormat.Map, Text(number), range, Reference(limit.Key), Reference(limit.Item)],
        };
    }

    private static string Reference(int? limit) => limit is { } number ? Text(number) : FactsFormat.None;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Join(IEnumerable<string> fields) => string.Join(" ", fields);
}
