using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Core;
using Microsoft.Extensions.Logging;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Telemetry;

public class LogTests
{
    [Fact]
    public async Task A_call_tells_where_it_goes_and_how_it_ended()
    {
        var log = new KeptLog();
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable), () => StubHandler.Json("{}", headers: [("x-amzn-requestid", "r-1")]));

        await TestClient.Over(handler, options => options.LoggerFactory = log).GetItemAsync("id");

        Assert.Equal(
            [
                "1 Trace Test Store GetItem started.",
                "6 Debug Test Store uses the endpoint teststore.us-east-1.amazonaws.com, region us-east-1.",
                "5 Information Test Store GetItem: attempt 1 failed with 503; retry in 50 ms.",
                "2 Debug Test Store GetItem succeeded in 50.0 ms; attempts 2, request id r-1.",
            ],
            log.Lines);
        Assert.Equal("DataZoneGen.Test Store", log.Category);
    }

    [Fact]
    public async Task A_failed_call_warns()
    {
        var log = new KeptLog();
        var handler = new StubHandler(() => StubHandler.Json("""{"__type":"NotFoundException"}""", HttpStatusCode.NotFound, ("x-amzn-requestid", "r-2")));

        await Assert.ThrowsAsync<NotFoundException>(() => TestClient.Over(handler, options => options.LoggerFactory = log).GetItemAsync("id"));

        Assert.Equal("3 Warning Test Store GetItem failed in 0.0 ms with NotFoundException; attempts 1, request id r-2.", log.Lines[^1]);
    }

    [Fact]
    public async Task Members_that_could_not_be_read_are_counted_and_not_shown()
    {
        var log = new KeptLog();
        var bodies = new Queue<string>(["""{"name":true,"size":"7"}""", """{"name":{"PLANTED":1},"size":["PLANTED"]}"""]);
        var handler = new StubHandler(() => StubHandler.Json(bodies.Dequeue(), headers: [("x-amzn-requestid", "r-3")]));
        var client = TestClient.Over(handler, options => options.LoggerFactory = log);

        await client.GetItemAsync("id");
        Assert.DoesNotContain(log.Lines, static line => line.Contains("Warning", StringComparison.Ordinal));

        await client.GetItemAsync("id");
        Assert.Single(log.Lines, "10 Warning Test Store GetItem: 2 members of the response could not be read and were omitted; request id r-3.");
        Assert.DoesNotContain(log.Everything, static text => text.Contains("PLANTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_header_that_could_not_be_read_counts_too()
    {
        var log = new KeptLog();
        var handler = new StubHandler(() => StubHandler.Json("{}", headers: [("x-count", "PLANTED")]));

        await TestClient.Over(handler, options => options.LoggerFactory = log).PutItemAsync(new PutItemRequest("id"));

        Assert.Contains("10 Warning Test Store PutItem: 1 members of the response could not be read and were omitted; request id (null).", log.Lines);
        Assert.DoesNotContain(log.Everything, static text => text.Contains("PLANTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_call_that_its_caller_cancels_does_not_warn()
    {
        var log = new KeptLog();
        using var cancellation = new CancellationTokenSource();
        var handler = new StubHandler(async (_, token) =>
        {
            await cancellation.CancelAsync();
            token.ThrowIfCancellationRequested();
            return StubHandler.Json("{}");
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => TestClient.Over(handler, options => options.LoggerFactory = log).GetItemAsync("id", cancellation.Token));

        Assert.Equal("4 Debug Test Store GetItem was canceled by the caller after 0.0 ms; attempts 1.", log.Lines[^1]);
    }

    [Fact]
    public async Task Where_credentials_come_from_is_told_once_and_not_what_they_are()
    {
        var log = new KeptLog();
        using var client = TestClient.Over(new StubHandler(() => StubHandler.Json("{}")), options =>
        {
            options.LoggerFactory = log;
            options.Credentials = null;
            options.Variables = new EnvironmentVariables(static name => name is "AWS_ACCESS_KEY_ID" or "AWS_SECRET_ACCESS_KEY" ? "PLANTED" : null);
        });

        await client.GetItemAsync("id");
        await client.GetItemAsync("id");

        Assert.Single(log.Lines, "7 Debug Credentials come from the environment.");
        Assert.DoesNotContain(log.Everything, static text => text.Contains("PLANTED", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_corrected_clock_warns_once()
    {
        var log = new KeptLog();
        var handler = new StubHandler(
            () => StubHandler.Json("""{"__type":"RequestTimeTooSkewed"}""", HttpStatusCode.Forbidden, ("Date", FakeClock.Beginning.AddMinutes(-20).ToString("R"))),
            () => StubHandler.Json("{}"));
        using var client = TestClient.Over(handler, options => options.LoggerFactory = log);

        await client.GetItemAsync("id");
        await client.GetItemAsync("id");

        Assert.Single(log.Lines, "8 Warning The clock skew to the service is -1200 s; the clock offset for signatures was corrected.");
        Assert.Single(log.Lines, "5 Information Test Store GetItem: attempt 1 failed with RequestTimeTooSkewed; retry in 0 ms.");
    }

    [Fact]
    public async Task The_request_id_of_a_line_is_that_of_the_latest_response()
    {
        var log = new KeptLog();
        var handler = new StubHandler(
            () => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, ("x-amzn-requestid", "r-1")),
            () => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, ("x-amzn-requestid", "r-2")),
            () => StubHandler.Json("{}", headers: [("x-amzn-requestid", "r-3")]));
        using var client = TestClient.Over(handler, options => (options.LoggerFactory, options.MaxAttempts) = (log, 2));

        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));
        await client.GetItemAsync("id");

        Assert.Single(log.Lines, static line => line.EndsWith("failed in 50.0 ms with 503; attempts 2, request id r-2.", StringComparison.Ordinal));
        Assert.EndsWith("request id r-3.", log.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_service_sends_into_a_line_can_neither_end_it_nor_fill_the_log()
    {
        var log = new KeptLog();
        var handler = new StubHandler(
            () => StubHandler.Json(Hostile.ErrorBody, HttpStatusCode.ServiceUnavailable, ("x-amzn-requestid", Hostile.Header)),
            () => StubHandler.Json(Hostile.ErrorBody, HttpStatusCode.BadRequest, ("x-amzn-requestid", Hostile.Header)),
            () => StubHandler.Json("{}", headers: [("x-amzn-requestid", Hostile.Header)]));
        using var client = TestClient.Over(handler, options => options.LoggerFactory = log);

        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));
        await client.GetItemAsync("id");

        Assert.Contains(log.Lines, static line => line.Contains("attempt 1 failed with " + Hostile.CleanCode + ";", StringComparison.Ordinal));
        Assert.Contains(log.Lines, static line => line.Contains("with " + Hostile.CleanCode + "; attempts 2, request id " + Hostile.CleanHeader, StringComparison.Ordinal));
        Assert.All(log.Everything, static text => Assert.True(text.Length < 1000 && !text.AsSpan().ContainsAnyExceptInRange(' ', '~')));
    }

    [Fact]
    public async Task What_is_ignored_of_the_shared_files_is_told_once_and_not_repeated()
    {
        var log = new KeptLog();
        using var folder = new SettingsFolder("planted\n[default]\nmax_attempts = 2\n");
        using var client = TestClient.Over(
            new StubHandler(() => StubHandler.Json("{}")), options => (options.LoggerFactory, options.Variables) = (log, folder.Variables));

        await client.GetItemAsync("id");
        await client.GetItemAsync("id");

        Assert.Single(
            log.Lines,
            $"9 Warning Part of the shared AWS configuration is ignored. Line 1 of the file {folder.PathOf("config")} is neither a section nor a property.");
    }

    [Fact]
    public async Task Nothing_that_was_sent_or_answered_is_logged()
    {
        var log = new KeptLog();
        var handler = new StubHandler(
            () => StubHandler.Json("""{"__type":"BusyException","message":"PLANTED busy"}""", HttpStatusCode.TooManyRequests, ("x-planted", "PLANTED")),
            () => StubHandler.Json("""{"__type":"NotFoundException","message":"PLANTED not found","resource":"PLANTED"}""", HttpStatusCode.NotFound));
        var client = TestClient.Over(handler, options =>
        {
            options.LoggerFactory = log;
            options.Credentials = new AwsCredentials("AKIDPLANTED", "PLANTED", "PLANTED");
        });

        await Assert.ThrowsAsync<NotFoundException>(() => client.PutItemAsync(new PutItemRequest("PLANTED", "PLANTED", "PLANTED", "PLANTED")));

        Assert.Equal(4, log.Lines.Count);
        Assert.DoesNotContain(log.Everything, static text => text.Contains("PLANTED", StringComparison.Ordinal));
    }

    private sealed class KeptLog : ILoggerFactory, ILogger
    {
        public string? Category { get; private set; }

        public List<string> Lines { get; } = [];

        /// <summary>Lines, the values in them and exceptions.</summary>
        public List<string> Everything { get; } = [];

        public ILogger CreateLogger(string categoryName)
        {
            Category = categoryName;
            return this;
        }

        public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{eventId.Id} {logLevel} {formatter(state, exception)}";
            Lines.Add(line);
            Everything.AddRange([line, $"{exception}", .. ((IReadOnlyList<KeyValuePair<string, object?>>)state!).Select(static pair => pair.Key + "=" + pair.Value)]);
        }

        public void Dispose()
        {
        }
    }
}
