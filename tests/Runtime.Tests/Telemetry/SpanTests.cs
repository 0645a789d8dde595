using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Sockets;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Telemetry;

public class SpanTests
{
    private static readonly HttpResponseMessage Answer = StubHandler.Json("""{"name":"n"}""");

    private readonly WatchedService _service = new();

    [Fact]
    public async Task A_call_is_one_span_with_the_names_of_the_conventions()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json("{}", headers: [("x-amzn-requestid", "r-1"), ("x-amz-id-2", "e-1")]));

        await _service.CallAsync(TestClient.Over(handler));

        var span = Assert.Single(watcher.Spans);
        Assert.Equal((_service.ServiceId + ".GetWatched", ActivityKind.Client, ActivityStatusCode.Unset), (span.DisplayName, span.Kind, span.Status));
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["rpc.system"] = "aws-api",
                ["rpc.system.name"] = "aws-api",
                ["rpc.service"] = _service.ServiceId,
                ["rpc.method"] = "GetWatched",
                ["cloud.region"] = "us-east-1",
                ["server.address"] = "teststore.us-east-1.amazonaws.com",
                ["server.port"] = 443,
                ["http.response.status_code"] = 200,
                ["aws.request_id"] = "r-1",
                ["aws.extended_request_id"] = "e-1",
                ["aws.attempts"] = 1,
            },
            span.TagObjects.ToDictionary());
    }

    [Fact]
    public async Task All_attempts_are_in_one_span()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable), () => StubHandler.Json("{}"));

        await _service.CallAsync(TestClient.Over(handler));

        var span = Assert.Single(watcher.Spans);
        Assert.Equal((2, 200), (span.GetTagItem("aws.attempts"), span.GetTagItem("http.response.status_code")));
        Assert.Null(span.GetTagItem("error.type"));
    }

    [Theory]
    [InlineData("r-2", "e-2")]
    [InlineData(null, null)]
    public async Task The_request_ids_are_those_of_the_latest_response(string? requestId, string? extendedRequestId)
    {
        using var watcher = new Watcher(_service);
        (string, string)[] latest = requestId is null ? [] : [("x-amzn-requestid", requestId), ("x-amz-id-2", extendedRequestId!)];
        var handler = new StubHandler(
            () => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, ("x-amzn-requestid", "r-1"), ("x-amz-id-2", "e-1")),
            () => StubHandler.Json("{}", headers: latest));

        await _service.CallAsync(TestClient.Over(handler));

        var span = Assert.Single(watcher.Spans);
        Assert.Equal((requestId, extendedRequestId), (span.GetTagItem("aws.request_id"), span.GetTagItem("aws.extended_request_id")));
    }

    [Fact]
    public async Task The_request_ids_of_a_failed_call_are_those_of_the_latest_response()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(
            () => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, ("x-amzn-requestid", "r-1")),
            () => StubHandler.Json("""{"__type":"NotFoundException"}""", HttpStatusCode.NotFound, ("x-amzn-requestid", "r-2")));

        var error = await Assert.ThrowsAsync<NotFoundException>(() => _service.CallAsync(TestClient.Over(handler)));

        Assert.Equal(("r-2", "r-2"), (Assert.Single(watcher.Spans).GetTagItem("aws.request_id"), error.RequestId));
    }

    [Fact]
    public async Task What_a_service_sends_into_attributes_is_bounded_and_printable()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json(
            Hostile.ErrorBody, HttpStatusCode.BadRequest, ("x-amzn-requestid", Hostile.Header), ("x-amz-id-2", Hostile.Header)));

        var error = await Assert.ThrowsAsync<TestException>(() => _service.CallAsync(TestClient.Over(handler)));

        var span = Assert.Single(watcher.Spans);
        Assert.Equal(Hostile.CleanCode, span.GetTagItem("error.type"));
        Assert.Equal(Hostile.CleanHeader, span.GetTagItem("aws.request_id"));
        Assert.Equal(Hostile.CleanHeader, span.GetTagItem("aws.extended_request_id"));
        Assert.Equal((Hostile.Code, Hostile.Header), (error.ErrorCode, error.RequestId));
    }

    [Fact]
    public async Task A_sampler_knows_the_operation_and_from_the_second_call_on_the_server()
    {
        using var watcher = new Watcher(_service);
        using var client = TestClient.Over(new StubHandler(() => StubHandler.Json("{}")));

        await _service.CallAsync(client);
        await _service.CallAsync(client);

        string[] known = ["cloud.region", "rpc.method", "rpc.service", "rpc.system", "rpc.system.name"];
        Assert.Equal(known, watcher.Sampled[0].Keys.Order(StringComparer.Ordinal));
        Assert.Equal([.. known, "server.address", "server.port"], watcher.Sampled[1].Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_error_of_the_service_is_named_and_its_message_is_not_shown()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json(
            """{"__type":"NotFoundException","message":"no hunter2"}""", HttpStatusCode.NotFound, ("x-amzn-requestid", "r-2")));

        await Assert.ThrowsAsync<NotFoundException>(() => _service.CallAsync(TestClient.Over(handler)));

        var span = Assert.Single(watcher.Spans);
        Assert.Equal((ActivityStatusCode.Error, null), (span.Status, span.StatusDescription));
        Assert.Equal(("NotFoundException", 404, "r-2"), (span.GetTagItem("error.type"), span.GetTagItem("http.response.status_code"), span.GetTagItem("aws.request_id")));
        Assert.DoesNotContain(span.TagObjects, static tag => $"{tag.Value}".Contains("hunter2", StringComparison.Ordinal));
        Assert.Empty(span.Events);
    }

    [Fact]
    public async Task An_error_without_a_name_goes_by_its_status()
    {
        using var watcher = new Watcher(_service);

        await Assert.ThrowsAsync<TestException>(() => _service.CallAsync(TestClient.Over(new StubHandler(() => StubHandler.Bytes([], HttpStatusCode.Conflict)))));

        Assert.Equal("409", Assert.Single(watcher.Spans).GetTagItem("error.type"));
    }

    public static TheoryData<Exception, string> Troubles => new()
    {
        { new HttpRequestException(HttpRequestError.ConnectionError), "connection_error" },
        { new HttpIOException(HttpRequestError.ResponseEnded), "response_ended" },
        { new HttpRequestException("?"), "System.Net.Http.HttpRequestException" },
        { new TaskCanceledException(), "System.TimeoutException" },
        { new InvalidOperationException(), "System.InvalidOperationException" },
    };

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Where_no_answer_came_the_kind_of_trouble_is_told(Exception trouble, string type)
    {
        using var watcher = new Watcher(_service);
        var client = TestClient.Over(new StubHandler((_, _) => Task.FromException<HttpResponseMessage>(trouble)), static options => options.MaxAttempts = 1);

        await Assert.ThrowsAnyAsync<Exception>(() => _service.CallAsync(client));

        var span = Assert.Single(watcher.Spans);
        Assert.Equal((type, ActivityStatusCode.Error, 1), (span.GetTagItem("error.type"), span.Status, span.GetTagItem("aws.attempts")));
        Assert.Null(span.GetTagItem("http.response.status_code"));
    }

    [Fact]
    public async Task A_call_that_cannot_be_written_has_a_span_as_well()
    {
        using var watcher = new Watcher(_service);

        await Assert.ThrowsAsync<ArgumentException>(() => _service.CallAsync(TestClient.Over(new StubHandler(() => Answer)), id: ""));

        var span = Assert.Single(watcher.Spans);
        Assert.Equal(("System.ArgumentException", 0), (span.GetTagItem("error.type"), span.GetTagItem("aws.attempts")));
    }

    [Fact]
    public async Task The_span_is_current_while_the_request_is_sent_and_no_longer()
    {
        using var watcher = new Watcher(_service);
        using var outer = new Activity("outer").Start();
        Activity? during = null;
        var client = TestClient.Over(new StubHandler(async (_, token) =>
        {
            during = Activity.Current;
            await Task.Yield();
            return StubHandler.Json("{}");
        }));

        await _service.CallAsync(client);

        var span = Assert.Single(watcher.Spans);
        Assert.Same(span, during);
        Assert.Equal(outer.SpanId, span.ParentSpanId);
        Assert.Same(outer, Activity.Current);
    }

    [Theory]
    [InlineData(null, "S.Op", "Op", true)]
    [InlineData("http", "S.Op", "Op", true)]
    [InlineData("rpc", "S/Op", "S/Op", false)]
    [InlineData("http, rpc", "S/Op", "S/Op", false)]
    [InlineData("rpc/dup", "S/Op", "S/Op", true)]
    public void The_newer_form_of_the_conventions_can_be_asked_for(string? optIn, string name, string method, bool hasOldNames)
    {
        var telemetry = new ServiceTelemetry("S", optIn);
        using var listener = new ActivityListener { ShouldListenTo = static source => source.Name == "DataZoneGen.S", Sample = Always };
        ActivitySource.AddActivityListener(listener);

        using var span = telemetry.StartSpan("Op", region: null, server: null)!;

        Assert.Equal((name, method), (span.DisplayName, span.GetTagItem("rpc.method")));
        Assert.Equal("aws-api", span.GetTagItem("rpc.system.name"));
        Assert.Equal(hasOldNames ? ("aws-api", "S") : (null, null), (span.GetTagItem("rpc.system"), span.GetTagItem("rpc.service")));
    }

    [Fact]
    public async Task Through_the_client_s_own_handler_each_attempt_is_a_span_of_NET_below_the_call_s()
    {
        await using var server = new OneAnswer();
        using var watcher = new Watcher(_service);
        var attempts = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "System.Net.Http",
            Sample = Always,
            ActivityStopped = activity =>
            {
                lock (attempts)
                {
                    attempts.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        using var client = TestClient.Over(new StubHandler(() => Answer), options =>
        {
            options.HttpInvoker = null;
            options.TimeProvider = TimeProvider.System;
            options.Endpoint = server.Url;
        });

        await _service.CallAsync(client);

        var span = Assert.Single(watcher.Spans);
        lock (attempts)
        {
            Assert.Single(attempts, attempt => attempt.ParentSpanId == span.SpanId);
        }

        Assert.DoesNotContain("traceparent", await server.Headers, StringComparison.OrdinalIgnoreCase);
    }

    private static ActivitySamplingResult Always(ref ActivityCreationOptions<ActivityContext> options) => ActivitySamplingResult.AllDataAndRecorded;

    /// <summary>A server that responses one request.</summary>
    private sealed class OneAnswer : IAsyncDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

        public OneAnswer()
        {
            _listener.Start();
            Url = new Uri("http://" + _listener.LocalEndpoint);
            Headers = AnswerAsync();
        }

        public Uri Url { get; }

        /// <summary>What the request's headers were.</summary>
        public Task<string> Headers { get; }

        public async ValueTask DisposeAsync()
        {
            await Headers;
            _listener.Dispose();
        }

        private async Task<string> AnswerAsync()
        {
            using var connection = await _listener.AcceptTcpClientAsync();
            using var reader = new StreamReader(connection.GetStream());
            var headers = "";
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                headers += line + "\n";
            }

            await connection.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray());
            return headers;
        }
    }
}
