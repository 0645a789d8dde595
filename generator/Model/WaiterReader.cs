using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads a waiters file (<c>waiters-2.json</c>).</summary>
internal static class WaiterReader
{
    public static EquatableArray<WaiterModel> Read(JsonObject top, ModelSource source) =>
        source.Objects(top, "waiters").Select(entry => Read(null, entry.Member, entry.Value, source)).OfType<WaiterModel>().ToEquatableArray();

    /// <summary>The waiter with what the text says, null when that is wrong; what it does not say is as in the basis.</summary>
    public static WaiterModel? Read(WaiterModel? basis, JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        basis ??= new WaiterModel(member.Name, source.PlaceOf(member.NameSpan));
        var waiter = basis with
        {
            Operation = source.String(value, "operation") ?? basis.Operation,
            Documentation = source.String(value, "description") ?? source.String(value, "documentation") ?? basis.Documentation,
            Delay = source.Integer(value, "delay") ?? basis.Delay,
            MaxAttempts = source.Integer(value, "maxAttempts") ?? basis.MaxAttempts,
            Acceptors = value["acceptors"] is null ? basis.Acceptors : ReadAcceptors(value, source),
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
