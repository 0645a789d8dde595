using System;
using System.Linq;
using DataZoneGen.Generator.Plan;
using DataZoneGen.Generator.Tests.Models;

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
    [InlineData(""" "matcher": "pathAny", "argument": "states[]", "expected": "READY" """, "global::System.Linq.Enumerable.Any((response.States ?? []), static item => item == Status.Ready)")]
    [InlineData(
        """ "matcher": "pathAny", "argument": "parts[*].status", "expected": "READY" """,
        "global::System.Linq.Enumerable.Any((response.Parts ?? []), static item => item.Status == Status.Ready)")]
    [InlineData(
        """ "matcher": "pathAll", "argument": "states[]", "expected": "READY" """,
        "global::System.Linq.Enumerable.Any((response.States ?? [])) && global::System.Linq.Enumerable.All((response.States ?? []), static item => item == Status.Ready)")]
    [InlineData(
        """ "matcher": "pathAny", "argument": "parts[].parts[].name", "expected": "x" """,
        "global::System.Linq.Enumerable.Any(global::System.Linq.Enumerable.SelectMany((response.Parts ?? []), static item => (item.Parts ?? [])), static item => item.Name == \"x\")")]
    public void An_acceptor_of_answers_becomes_a_condition(string acceptor, string condition) =>
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
    [InlineData(""" "matcher": "path", "argument": "sttus", "expected": "x" """, "'sttus': GetWidgetResponse has no member 'sttus'")]
    [InlineData(""" "matcher": "path", "argument": "part.x", "expected": "x" """, "'part.x': Part has no member 'x'")]
    [InlineData(""" "matcher": "path", "argument": "name.x", "expected": "x" """, "'name.x' asks 'x' of something that has no members")]
    [InlineData(""" "matcher": "path", "argument": "name[]", "expected": "x" """, "'name[]': member 'name' is no list")]
    [InlineData(""" "matcher": "path", "argument": "length(parts)", "expected": 0 """, "'length(parts)' is more than a plain path")]
    [InlineData(""" "matcher": "path", "argument": "", "expected": "x" """, "'' is more than a plain path")]
    [InlineData(""" "matcher": "path", "argument": "parts[0].name", "expected": "x" """, "'parts[0].name' is more than a plain path")]
    [InlineData(""" "matcher": "path", "expected": "x" """, "matcher 'path' needs an argument")]
    [InlineData(""" "matcher": "path", "argument": "parts[].name", "expected": "x" """, "'parts[].name' gives many values, which matcher 'path' does not take")]
    [InlineData(""" "matcher": "pathAll", "argument": "name", "expected": "x" """, "'name' gives one value, which matcher 'pathAll' does not take")]
    [InlineData(""" "matcher": "path", "argument": "size", "expected": "3" """, "'size' is of type int, which the expected value 3 is not")]
    [InlineData(""" "matcher": "path", "argument": "size", "expected": 1.5 """, "'size' is of type int, which the expected value 1.5 is not")]
    [InlineData(""" "matcher": "path", "argument": "status", "expected": true """, "'status' is of type Status, which the expected value true is not")]
    [InlineData(""" "matcher": "path", "argument": "done", "expected": "true" """, "'done' is of type bool, which the expected value true is not")]
    [InlineData(""" "matcher": "path", "argument": "part", "expected": "x" """, "'part' is of type Part, which the expected value x is not")]
    [InlineData(""" "matcher": "status", "expected": "404" """, "matcher 'status' with the expected value 404 is not known")]
    [InlineData(""" "matcher": "error", "expected": 404 """, "matcher 'error' with the expected value 404 is not known")]
    [InlineData(""" "matcher": "output", "expected": "x" """, "matcher 'output' with the expected value x is not known")]
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
            ["models/widgets/waiters-2.json(1,29): DZG016: Waiter 'WidgetReady' is left out: delay and maxAttempts must be positive whole numbers"], diagnostics);
    }

    [Fact]
    public void An_unknown_state_leaves_the_waiter_out()
    {
        var (_, diagnostics) = Reading.Plan((Model with { Waiters = Waiter(""" "matcher": "status", "expected": 200 """).Replace("\"success\"", "\"succes\"", StringComparison.Ordinal) }).Files);

        Assert.Equal(
            ["models/widgets/waiters-2.json(1,114): DZG016: Waiter 'WidgetReady' is left out: 'succes' is no state; it must be success, failure or retry"], diagnostics);
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
    public void A_waiter_that_an_error_can_satisfy_may_end_without_an_answer() => Assert.True(Plan(""" "matcher": "error", "expected": "NotFound" """).SucceedsOnError);

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
