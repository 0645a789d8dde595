using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Tests.Fixtures;

namespace DataZoneGen.Generator.Tests.Model.Smithy;

public sealed class SmithyWaiterTests
{
    [Theory]
    [InlineData("""{"success": true}""", "error", null, nameof(ExpectedKind.Boolean), "false")]
    [InlineData("""{"success": false}""", "error", null, nameof(ExpectedKind.Boolean), "true")]
    [InlineData("""{"errorType": "NotFound"}""", "error", null, nameof(ExpectedKind.String), "NotFound")]
    [InlineData("""{"errorType": "acme#NotFound"}""", "error", null, nameof(ExpectedKind.String), "NotFound")]
    [InlineData("""{"output": {"path": "a.b", "expected": "X", "comparator": "stringEquals"}}""", "path", "a.b", nameof(ExpectedKind.String), "X")]
    [InlineData("""{"output": {"path": "a", "expected": "true", "comparator": "booleanEquals"}}""", "path", "a", nameof(ExpectedKind.Boolean), "true")]
    [InlineData("""{"output": {"path": "a[].b", "expected": "X", "comparator": "allStringEquals"}}""", "pathAll", "a[].b", nameof(ExpectedKind.String), "X")]
    [InlineData("""{"output": {"path": "a[].b", "expected": "X", "comparator": "anyStringEquals"}}""", "pathAny", "a[].b", nameof(ExpectedKind.String), "X")]
    public void Matchers_are_those_of_waiters_2(string matcher, string name, string? argument, string kind, string expected)
    {
        var acceptor = Assert.Single(Waiter("\"acceptors\": [{\"state\": \"retry\", \"matcher\": " + matcher + "}]").Acceptors);

        Assert.Equal(
            (name, argument, kind, expected, "retry"),
            (acceptor.Matcher, acceptor.Argument, acceptor.Expected.Kind.ToString(), acceptor.Expected.Text, acceptor.State));
    }

    [Theory]
    [InlineData("", 2, 300)]
    [InlineData(""" "minDelay": 15, """, 15, 40)]
    [InlineData(""" "minDelay": 7, """, 7, 86)]
    [InlineData(""" "minDelay": 300, """, 300, 10)]
    public void A_waiter_waits_for_ten_minutes_and_at_least_ten_attempts(string fields, int delay, int attempts)
    {
        var waiter = Waiter(fields + """ "documentation": "Doc.", "acceptors": [] """);

        Assert.Equal(("WidgetReady", "GetWidget", "Doc.", delay, attempts), (waiter.Name, waiter.Operation, waiter.Documentation, waiter.Delay, waiter.MaxAttempts));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData(""" "maxDelay": 60, """, 60)]
    public void The_maximum_delay_is_that_of_the_model_if_it_has_one(string fields, int? delay) =>
        Assert.Equal(delay, Waiter(fields + """ "acceptors": [] """).MaxDelay);

    [Fact]
    public void A_maximum_delay_below_the_minimum_leaves_the_waiter_out()
    {
        var model = Model(""" "minDelay": 5, "maxDelay": 4, "acceptors": [] """);

        var diagnostic = Assert.Single(Reading.Plan(model.File, Widgets.EndpointRulesFile).Diagnostics);
        Assert.EndsWith("DZG016: Waiter 'WidgetReady' is left out: maxDelay must not be shorter than minDelay", diagnostic, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_waiter_that_compares_the_response_with_the_request_is_left_out_and_reported()
    {
        var model = Model("""
            "acceptors": [{"state": "success", "matcher": {"inputOutput": {"path": "input.a == output.a", "expected": "true", "comparator": "booleanEquals"}}}]
            """);

        var diagnostic = Assert.Single(Reading.Plan(model.File, Widgets.EndpointRulesFile).Diagnostics);
        Assert.EndsWith("DZG016: Waiter 'WidgetReady' is left out: matcher 'inputOutput' with the expected value true is not supported", diagnostic, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"state": "success"}""", "'matcher' must be an object with a known matcher, but is missing")]
    [InlineData("""{"state": "success", "matcher": {"luck": true}}""", "'matcher' must be an object with a known matcher, but is 'luck'")]
    [InlineData("""{"state": "success", "matcher": {"output": {"path": "a", "expected": "b"}}}""", "'comparator' must be a known comparator, but is missing")]
    [InlineData("""{"state": "success", "matcher": {"output": {"path": "a", "expected": "b", "comparator": "like"}}}""", "'comparator' must be a known comparator, but is 'like'")]
    public void A_matcher_that_is_not_known_is_reported(string acceptor, string expected)
    {
        var file = Reading.File(Model("\"acceptors\": [" + acceptor + "]").File);

        Assert.EndsWith("DZG003: " + expected, Assert.Single(Reading.Describe(file.Diagnostics)), System.StringComparison.Ordinal);
        Assert.Empty(file.Waiters);
    }

    private static WaiterModel Waiter(string fields) => Assert.Single(Model(fields).Read().Waiters);

    private static SmithyWidgets Model(string fields) => new() { OperationTraits = "\"smithy.waiters#waitable\": {\"WidgetReady\": {" + fields + "}}" };
}
