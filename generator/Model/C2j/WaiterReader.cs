using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.C2j;

/// <summary>Reads a waiters file (<c>waiters-2.json</c>).</summary>
internal static class WaiterReader
{
    public static EquatableArray<WaiterModel> Read(JsonObject top, ModelSource source) =>
        source.Objects(top, "waiters").Select(entry => Read(null, entry.Member, entry.Value, source)).OfType<WaiterModel>().ToEquatableArray();

    /// <summary>Reads a waiter; returns null if it is invalid. Fields that are missing keep their existing values.</summary>
    public static WaiterModel? Read(WaiterModel? existing, JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        existing ??= new WaiterModel(member.Name, source.GetLocation(member.NameSpan));
        var waiter = existing with
        {
            Operation = source.String(value, "operation") ?? existing.Operation,
            Documentation = source.String(value, "description") ?? source.String(value, "documentation") ?? existing.Documentation,
            Delay = source.Integer(value, "delay") ?? existing.Delay,
            MaxAttempts = source.Integer(value, "maxAttempts") ?? existing.MaxAttempts,
            Acceptors = value["acceptors"] is null ? existing.Acceptors : ReadAcceptors(value, source),
        };
        return source.ProblemCount > problems ? null : waiter;
    }

    private static EquatableArray<AcceptorModel> ReadAcceptors(JsonObject waiter, ModelSource source) => source.Array(waiter, "acceptors")
        .Select(node => source.As<JsonObject>(node, "every item of acceptors", "an object"))
        .OfType<JsonObject>()
        .Select(acceptor => ReadAcceptor(acceptor, source))
        .OfType<AcceptorModel>()
        .ToEquatableArray();

    private static AcceptorModel? ReadAcceptor(JsonObject acceptor, ModelSource source)
    {
        var location = source.GetLocation(acceptor);
        ExpectedValue? expected = acceptor["expected"] switch
        {
            JsonString text => new ExpectedValue(ExpectedKind.String, text.Value),
            JsonNumber number => new ExpectedValue(ExpectedKind.Number, number.Text),
            JsonBoolean boolean => new ExpectedValue(ExpectedKind.Boolean, boolean.Value ? "true" : "false"),
            _ => null,
        };
        if (expected is null)
        {
            var node = acceptor["expected"];
            source.Report(
                DiagnosticDescriptors.WrongType, node is null ? location : source.GetLocation(node), "expected", "a string, number or boolean", node?.Description ?? "missing");
            return null;
        }

        return new AcceptorModel(
            source.String(acceptor, "matcher") ?? "",
            source.String(acceptor, "argument"),
            expected.Value,
            source.String(acceptor, "state") ?? "",
            location);
    }
}
