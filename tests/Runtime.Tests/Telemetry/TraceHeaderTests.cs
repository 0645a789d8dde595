using System;
using System.Diagnostics;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Telemetry;

/// <summary>How the service learns of the trace.</summary>
public class TraceHeaderTests
{
    private const string LambdaTrace = "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=53995c3f42cd8ad8;Sampled=1;Lineage=25:a87bd80c:0";

    private readonly WatchedService _service = new();

    [Theory]
    [InlineData(ActivitySamplingResult.AllDataAndRecorded, '1')]
    [InlineData(ActivitySamplingResult.AllData, '0')]
    public async Task A_request_names_the_span_of_its_call_in_every_attempt_and_does_not_sign_that(ActivitySamplingResult sampling, char sampled)
    {
        using var watcher = new Watcher(_service, sampling);
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable), () => StubHandler.Json("{}"));

        await _service.CallAsync(TestClient.Over(handler));

        var span = Assert.Single(watcher.Spans);
        var trace = span.TraceId.ToString();
        var expected = $"Root=1-{trace[..8]}-{trace[8..]};Parent={span.SpanId};Sampled={sampled}";
        Assert.Equal([expected, expected], handler.Seen.Select(static seen => seen.Headers["X-Amzn-Trace-Id"]));
        Assert.All(handler.Seen, static seen => Assert.DoesNotContain("trace", seen.Headers["Authorization"], StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Without_a_listener_nothing_is_sent_even_inside_another_span()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));
        using var outer = new Activity("outer").Start();

        await _service.CallAsync(TestClient.Over(handler));

        Assert.False(handler.Seen.Single().Headers.ContainsKey("X-Amzn-Trace-Id"));
    }

    [Theory]
    [InlineData("function", LambdaTrace, LambdaTrace)]
    [InlineData("", LambdaTrace, "none")]
    [InlineData("function", "", "none")]
    [InlineData("function", "Root=1\n", "none")]
    public async Task Inside_Lambda_its_own_trace_is_passed_on(string function, string trace, string sent)
    {
        var output = await ChildProcess.RunAsync(
            ("AWS_ACCESS_KEY_ID", "AKIDENV"), ("AWS_SECRET_ACCESS_KEY", "s"), ("AWS_REGION", "eu-west-1"), ("AWS_LAMBDA_FUNCTION_NAME", function), ("_X_AMZN_TRACE_ID", trace));

        Assert.Contains("trace=" + sent + "\n", output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }
}
