using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads a waiters file (<c>waiters-2.json</c>).</summary>
internal static class WaiterReader
{
    public static EquatableArray<WaiterModel> Read(JsonObject top, ModelSource source) =>
        source.Objects(top, "waiters").Select(entry => ReadWaiter(entry.Member, entry.Value, source)).OfType<WaiterModel>().ToEquatableArray();

    private static WaiterModel? ReadWaiter(JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        var waiter = new WaiterModel(member.Name, source.PlaceOf(member.NameSpan))
        {
            Operation = source.String(value, "operation") ?? "",
            Documentation = source.String(value, "description") ?? source.String(value, "documentation"),
            Delay = source.Integer(value, "delay") ?? 0,
            MaxAttempts = source.Integer(value, "maxAttempts") ?? 0,
            Acceptors = source.Array(value, "acceptors")
                .Select(node => source.As<JsonObject>(node, "every item of acceptors", "an object"))
                .OfType<JsonObject>()
                .Select(acceptor => ReadAcceptor(acceptor, source))
                .OfType<AcceptorModel>()
                .ToEquatableArray(),
        };
        return source.ProblemCount > problems ? null : waiter;
    }

    private static AcceptorModel? ReadAcceptor(JsonObject acceptor, ModelSource source)
    {
        var place = source.PlaceOf(acceptor);
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
                DiagnosticDescriptors.WrongType, node is null ? place : source.PlaceOf(node), "expected", "a string, number or boolean", node?.Description ?? "missing");
            return null;
        }

        return new AcceptorModel(
            source.String(acceptor, "matcher") ?? "",
            source.String(acceptor, "argument"),
            expected.Value,
            source.String(acceptor, "state") ?? "",
            place);
    }
}
