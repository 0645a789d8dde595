using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads the waiters of Smithy operations, and converts them to the vocabulary of <c>waiters-2.json</c>.</summary>
internal static class SmithyWaiterReader
{
    private const int DefaultDelay = 2;

    /// <summary>
    /// The default time of a wait in seconds. Smithy models have no maximum number of attempts. The default is the number of attempts in ten
    /// minutes, the time of most AWS waiters, but at least ten.
    /// </summary>
    private const int Patience = 600;

    private const int MinAttempts = 10;

    public static IEnumerable<WaiterModel> Read(SmithyScope scope, ModelSource source)
    {
        foreach (var operation in scope.Operations)
        {
            foreach (var (member, value) in source.Objects(operation.Traits, Trait.Waitable))
            {
                if (Read(operation, member, value, source) is { } waiter)
                {
                    yield return waiter;
                }
            }
        }
    }

    private static WaiterModel? Read(SmithyDefinition operation, JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        var delay = source.Integer(value, "minDelay") ?? DefaultDelay;
        var waiter = new WaiterModel(member.Name, source.GetLocation(member.NameSpan))
        {
            Operation = operation.Name,
            Documentation = source.String(value, "documentation"),
            Delay = delay,
            MaxDelay = source.Integer(value, "maxDelay"),
            MaxAttempts = Math.Max(MinAttempts, (Patience + Math.Max(delay, 1) - 1) / Math.Max(delay, 1)),
            Acceptors = source.Array(value, "acceptors")
                .Select(node => source.As<JsonObject>(node, "every item of acceptors", "an object"))
                .OfType<JsonObject>()
                .Select(acceptor => ReadAcceptor(acceptor, source))
                .OfType<AcceptorModel>()
                .ToEquatableArray(),
        };
        return source.ProblemCount > problems ? null : waiter;
    }

    /// <summary>Reads an acceptor. Its matcher is an object with one member, whose name is the kind of the matcher.</summary>
    private static AcceptorModel? ReadAcceptor(JsonObject acceptor, ModelSource source)
    {
        var location = source.GetLocation(acceptor);
        var state = source.String(acceptor, "state") ?? "";
        if (source.Object(acceptor, "matcher") is not { Members.Count: > 0 } matcher)
        {
            source.Report(DiagnosticDescriptors.WrongType, location, "matcher", "an object with a known matcher", "missing");
            return null;
        }

        var member = matcher.Members[0];
        switch (member.Name)
        {
            case "success":
                // Success is the absence of an error.
                return OnError(new ExpectedValue(ExpectedKind.Boolean, source.Boolean(matcher, "success") ? "false" : "true"));
            case "errorType":
                return OnError(new ExpectedValue(ExpectedKind.String, ShapeId.NameOf(source.String(matcher, "errorType") ?? "")));
            case "output":
                return ReadPath(member, matcher, state, location, source);
            case "inputOutput":
                // Waiters that compare responses with requests are not supported. The unknown matcher name makes the planner report the waiter.
                return ReadPath(member, matcher, state, location, source) is { } path ? path with { Matcher = member.Name } : null;
            default:
                var found = "'" + member.Name + "'";
                source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(member.NameSpan), "matcher", "an object with a known matcher", found);
                return null;
        }

        AcceptorModel OnError(ExpectedValue expected) => new("error", null, expected, state, location);
    }

    private static AcceptorModel? ReadPath(JsonMember member, JsonObject matcher, string state, SourceLocation location, ModelSource source)
    {
        if (source.Object(matcher, member.Name) is not { } path)
        {
            return null;
        }

        var expected = source.String(path, "expected") ?? "";
        var comparator = source.String(path, "comparator");
        var name = comparator switch
        {
            "stringEquals" or "booleanEquals" => "path",
            "allStringEquals" => "pathAll",
            "anyStringEquals" => "pathAny",
            _ => null,
        };
        if (name is null)
        {
            var found = comparator is null ? "missing" : "'" + comparator + "'";
            source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(path), "comparator", "a known comparator", found);
            return null;
        }

        var kind = comparator == "booleanEquals" ? ExpectedKind.Boolean : ExpectedKind.String;
        return new AcceptorModel(name, source.String(path, "path"), new ExpectedValue(kind, expected), state, location);
    }
}
