using System;
using System.Linq;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Plan;

public sealed class WaiterPlannerTests
{
    private static readonly Widgets Model = new()
    {
        Output = """
            "status": {"shape": "Status"}, "name": {"shape": "String"}, "size": {"shape": "Integer"}, "done": {"shape": "Boolean"}, "at": {"shape": "Time"},
            "part": {"shape": "Part"}, "parts": {"shape": "Parts"}, "states": {"shape": "States"}, "kinds": {"shape": "Maybes"}, "sure": {"shape": "Status"}
            """.ReplaceLineEndings(" "),
        RequiredOutput = "\"sure\"",
        Shapes = """
            "Status": {"type": "string", "enum": ["READY", "NOT_YET"]},
            "Part": {"type": "structure", "members": {"status": {"shape": "Status"}, "name": {"shape": "String"}, "parts": {"shape": "Parts"}}},
            "Parts": {"type": "list", "member": {"shape": "Part"}},
            "States": {"type": "list", "member": {"shape": "Status"}},
            "Maybes": {"type": "list", "member": {"shape": "Status"}, "sparse": true}
            """,
    };

    [Theory]
    [InlineData(""" "matcher": "path", "argument": "status", "expected": "READY" """, "response.Status == Status.Ready")]
    [InlineData(""" "matcher": "path", "argument": "status", "expected": "LATER" """, "response.Status?.Value == \"LATER\"")]
    [InlineData(""" "matcher": "path", "argument": "sure", "expected": "LATER" """, "response.Sure.Value == \"LATER\"")]
    [InlineData(""" "matcher": "path", "argument": "name", "expected": "x\"y" """, "response.Name == \"x\\\"y\"")]
    [InlineData(""" "matcher": "path", "argument": "size", "expected": -3 """, "response.Size == -3")]
    [InlineData(""" "matcher": "path", "argument": "done", "expected": true """, "response.Done == true")]
    [InlineData(""" "matcher": "path", "argument": "part.status", "expected": "READY" """, "response.Part?.Status == Status.Ready")]
    [InlineData(""" "matcher": "path", "argument": "part.\"name\"", "expected": "x" """, "response.Part?.Name == \"x\"")]
    [InlineData(""" "matcher": "status", "expected": 404 """, "(int)response.Metadata.StatusCode == 404")]
    [InlineData(""" "matcher": "error", "expected": false """, "true")]
    [InlineData(""" "matcher": "pathAny", "argument": "states[]", "expected": "READY" """, "global::System.Linq.Enumerable.Any(response.States ?? [], static item => item == Status.Ready)")]
    [InlineData(
        """ "matcher": "pathAny", "argument": "parts[*].status", "expected": "READY" """,
        "global::System.Linq.Enumerable.Any(response.Parts ?? [], static item => item.Status == Status.Ready)")]
    [InlineData(
        """ "matcher": "pathAll", "argument": "states[]", "expected": "READY" """,
        "response.States is { Count: > 0 } found && global::System.Linq.Enumerable.All(found, static item => item == Status.Ready)")]
    [InlineData(
        """ "matcher": "pathAny", "argument": "parts[].parts[].name", "expected": "x" """,
        "global::System.Linq.Enumerable.Any(global::System.Linq.Enumerable.SelectMany(response.Parts ?? [], static item => item.Parts ?? []), static item => item.Name == \"x\")")]
    public void An_acceptor_of_responses_becomes_a_condition(string acceptor, string condition) =>
        Assert.Equal(condition, Assert.Single(Plan(acceptor).ResponseAcceptors).Condition);

    [Theory]
    [InlineData(""" "matcher": "status", "expected": 404 """, "(int)error.StatusCode == 404")]
    [InlineData(""" "matcher": "error", "expected": "NotFound" """, "error.ErrorCode == \"NotFound\"")]
    [InlineData(""" "matcher": "error", "expected": true """, "true")]
    public void An_acceptor_of_errors_becomes_a_condition(string acceptor, string condition) =>
        Assert.Equal(condition, Assert.Single(Plan(acceptor).ErrorAcceptors).Condition);

    [Theory]
    [InlineData(""" "matcher": "path", "argument": "status", "expected": "READY" """)]
    [InlineData(""" "matcher": "path", "argument": "status", "expected": "LATER" """)]
    [InlineData(""" "matcher": "path", "argument": "part.parts[0]", "expected": "READY" """)]
    [InlineData(""" "matcher": "pathAll", "argument": "parts[].status", "expected": "READY" """)]
    [InlineData(""" "matcher": "pathAll", "argument": "parts[].parts[].name", "expected": "x" """)]
    [InlineData(""" "matcher": "pathAny", "argument": "kinds[]", "expected": "READY" """)]
    [InlineData(""" "matcher": "pathAny", "argument": "kinds[]", "expected": "LATER" """)]
    [InlineData(""" "matcher": "pathAll", "argument": "kinds[]", "expected": "LATER" """)]
    [InlineData(""" "matcher": "error", "expected": false """)]
    [InlineData(""" "matcher": "error", "expected": true """)]
    public void Every_condition_compiles(string acceptor)
    {
        var run = (Model with { Waiters = Waiter(acceptor) }).ToTest().RunOnly();

        Verifier.Compiler.VerifyClean(run.Compilation);
    }

    [Theory]
    [InlineData("pathAll", "states[]", "parts[].status")]
    [InlineData("pathAll", "parts[?length(parts) > `0`][].status", "kinds[]")]
    [InlineData("pathAny", "parts[?length(parts) > `0`].status", "states[]")]
    [InlineData("path", "parts[0].status", "parts[?length(parts) > `0`].status | [0]")]
    public void Several_acceptors_of_one_waiter_share_no_variable(string matcher, params string[] arguments)
    {
        var acceptors = arguments.Concat(arguments).Select(argument => $""" "matcher": "{matcher}", "argument": "{argument}", "expected": "READY" """);
        var run = (Model with { Waiters = Waiter([.. acceptors]) }).Run();

        Assert.Contains("Widgets/WidgetReadyWaiter.Wire.g.cs", run.HintNames);
    }

    [Theory]
    [InlineData(""" "matcher": "path", "argument": "sttus", "expected": "x" """, "'sttus': GetWidgetResponse has no member 'sttus', at offset 0")]
    [InlineData(""" "matcher": "path", "argument": "part.x", "expected": "x" """, "'part.x': Part has no member 'x', at offset 5")]
    [InlineData(""" "matcher": "path", "argument": "name.x", "expected": "x" """, "'name.x': 'x' is applied to a string, which has no members, at offset 5")]
    [InlineData(""" "matcher": "path", "argument": "name[]", "expected": "x" """, "'name[]': a string is not a list, at offset 4")]
    [InlineData(""" "matcher": "path", "argument": "length(parts)", "expected": "x" """, "'length(parts)': it evaluates to a number, which is never 'x'")]
    [InlineData(""" "matcher": "path", "argument": "", "expected": "x" """, "'': expected an expression but found the end, at offset 0")]
    [InlineData(""" "matcher": "path", "argument": "parts[0].name", "expected": 1 """, "'parts[0].name': it evaluates to a string, which is never 1")]
    [InlineData(""" "matcher": "path", "expected": "x" """, "matcher 'path' needs an argument")]
    [InlineData(""" "matcher": "path", "argument": "parts[].name", "expected": "x" """, "'parts[].name': it evaluates to a list, which is never 'x'")]
    [InlineData(""" "matcher": "pathAll", "argument": "name", "expected": "x" """, "'name': a string is not a list")]
    [InlineData(""" "matcher": "path", "argument": "size", "expected": "3" """, "'size': it evaluates to a number, which is never '3'")]
    [InlineData(""" "matcher": "path", "argument": "size", "expected": 1.5 """, "'size': it evaluates to a number, which is never 1.5")]
    [InlineData(""" "matcher": "path", "argument": "status", "expected": true """, "'status': it evaluates to a string (Status), which is never true")]
    [InlineData(""" "matcher": "path", "argument": "done", "expected": "true" """, "'done': it evaluates to a boolean, which is never 'true'")]
    [InlineData(""" "matcher": "path", "argument": "part", "expected": "x" """, "'part': it evaluates to a structure (Part), which is never 'x'")]
    [InlineData(""" "matcher": "status", "expected": "404" """, "matcher 'status' with the expected value 404 is not supported")]
    [InlineData(""" "matcher": "error", "expected": 404 """, "matcher 'error' with the expected value 404 is not supported")]
    [InlineData(""" "matcher": "output", "expected": "x" """, "matcher 'output' with the expected value x is not supported")]
    public void An_acceptor_that_does_not_fit_the_operation_leaves_the_waiter_out(string acceptor, string why)
    {
        var (units, diagnostics) = Reading.Plan((Model with { Waiters = Waiter(acceptor) }).Files);

        Assert.Equal(["models/widgets/waiters-2.json(1,114): DZG016: Waiter 'WidgetReady' is left out: " + why], diagnostics);
        Assert.Empty(units.OfType<WaiterUnit>());
        Assert.Empty(units.OfType<WaiterMethodsUnit>());
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(2, 0)]
    [InlineData(-1, 2)]
    public void Times_that_are_not_positive_leave_the_waiter_out(int delay, int maxAttempts)
    {
        var waiters = FormattableString.Invariant($$""" "WidgetReady": {"operation": "GetWidget", "delay": {{delay}}, "maxAttempts": {{maxAttempts}}, "acceptors": []} """);
        var (_, diagnostics) = Reading.Plan((Model with { Waiters = waiters }).Files);

        Assert.Equal(
            ["models/widgets/waiters-2.json(1,29): DZG016: Waiter 'WidgetReady' is left out: delay and maxAttempts must be positive integers"], diagnostics);
    }

    [Fact]
    public void An_unknown_state_leaves_the_waiter_out()
    {
        var (_, diagnostics) = Reading.Plan((Model with { Waiters = Waiter(""" "matcher": "status", "expected": 200 """).Replace("\"success\"", "\"succes\"", StringComparison.Ordinal) }).Files);

        Assert.Equal(
            ["models/widgets/waiters-2.json(1,114): DZG016: Waiter 'WidgetReady' is left out: 'succes' is not a state; it must be success, failure or retry"], diagnostics);
    }

    [Fact]
    public void Acceptors_keep_their_order_and_states()
    {
        var plan = Plan(
            """ "matcher": "path", "argument": "status", "expected": "READY" """,
            """ "matcher": "path", "argument": "done", "expected": false """);

        Assert.Equal(["response.Status == Status.Ready: Success", "response.Done == false: Success"], plan.ResponseAcceptors.Select(static a => a.Condition + ": " + a.State));
        Assert.False(plan.SucceedsOnError);
    }

    [Fact]
    public void A_waiter_that_succeeds_on_an_error_can_end_without_a_response() => Assert.True(Plan(""" "matcher": "error", "expected": "NotFound" """).SucceedsOnError);

    private static string Waiter(params string[] acceptors) =>
        "\"WidgetReady\": {\"operation\": \"GetWidget\", \"delay\": 2, \"maxAttempts\": 3, \"acceptors\": ["
        + string.Join(", ", acceptors.Select(static acceptor => "{" + acceptor + ", \"state\": \"success\"}")) + "]}";

    private static WaiterPlan Plan(params string[] acceptors)
    {
        var (units, diagnostics) = Reading.Plan((Model with { Waiters = Waiter(acceptors) }).Files);
        Assert.Empty(diagnostics);
        return Assert.Single(units.OfType<WaiterUnit>()).Waiter;
    }
}
