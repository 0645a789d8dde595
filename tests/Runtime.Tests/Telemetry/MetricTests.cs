using System;
using System.Collections.Generic;
using System.Diagnostics.Metrics;
using System.Linq;
using System.Net;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Telemetry;

public class MetricTests
{
    private readonly WatchedService _service = new();

    [Fact]
    public async Task The_duration_of_a_call_is_in_seconds_and_has_waits_in_it()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable), () => StubHandler.Json("{}"));

        await _service.CallAsync(TestClient.Over(handler));

        var duration = Assert.Single(watcher.Figures, static figure => figure.Instrument == "rpc.client.call.duration");
        Assert.Equal(0.05, duration.Value, precision: 6);
        Assert.Equal(
            ["cloud.region", "rpc.method", "rpc.service", "rpc.system", "rpc.system.name", "server.address", "server.port"],
            duration.Tags.Keys.Order(StringComparer.Ordinal));
        var instrument = Assert.IsType<Histogram<double>>(Assert.Single(watcher.Instruments, static i => i.Name == "rpc.client.call.duration"));
        Assert.Equal("s", instrument.Unit);
        Assert.Equal((0.005, 10), (instrument.Advice!.HistogramBucketBoundaries![0], instrument.Advice.HistogramBucketBoundaries[^1]));
    }

    [Fact]
    public async Task Each_attempt_counts_and_says_how_it_failed()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(
            () => StubHandler.Json("""{"__type":"BusyException"}""", HttpStatusCode.TooManyRequests), () => StubHandler.Json("", HttpStatusCode.BadGateway), () => StubHandler.Json("{}"));

        await _service.CallAsync(TestClient.Over(handler));

        var attempts = watcher.Figures.Where(static figure => figure.Instrument == "client.call.attempts").ToList();
        Assert.Equal(["BusyException", "502", null], attempts.Select(static attempt => attempt.Tags.GetValueOrDefault("error.type")));
        Assert.All(attempts, static attempt => Assert.Equal(1, attempt.Value));
    }

    [Fact]
    public async Task A_failed_call_has_its_error_on_its_duration()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json("""{"__type":"NotFoundException"}""", HttpStatusCode.NotFound));

        await Assert.ThrowsAsync<NotFoundException>(() => _service.CallAsync(TestClient.Over(handler)));

        Assert.Equal("NotFoundException", watcher.Figures.Single(static figure => figure.Instrument == "rpc.client.call.duration").Tags["error.type"]);
        Assert.Single(watcher.Figures, static figure => figure.Instrument == "client.call.attempts");
    }

    [Fact]
    public async Task Sizes_are_instruments_of_their_own()
    {
        using var watcher = new Watcher(_service);

        await _service.CallAsync(TestClient.Over(new StubHandler(() => StubHandler.Json("""{"name":"n"}"""))));

        Assert.Equal(0, watcher.Figures.Single(static figure => figure.Instrument == "client.call.request_size").Value);
        Assert.Equal(12, watcher.Figures.Single(static figure => figure.Instrument == "client.call.response_size").Value);
    }

    [Fact]
    public async Task A_response_that_is_a_stream_has_no_size()
    {
        using var watcher = new Watcher(_service);

        await _service.CallForStreamAsync(TestClient.Over(new StubHandler(() => StubHandler.Bytes(new byte[100]))));

        Assert.Contains(watcher.Figures, static figure => figure.Instrument == "rpc.client.call.duration");
        Assert.DoesNotContain(watcher.Figures, static figure => figure.Instrument == "client.call.response_size");
    }

    [Fact]
    public async Task A_failed_call_has_no_response_size()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json("""{"__type":"NotFoundException"}""", HttpStatusCode.NotFound));

        await Assert.ThrowsAsync<NotFoundException>(() => _service.CallAsync(TestClient.Over(handler)));

        Assert.DoesNotContain(watcher.Figures, static figure => figure.Instrument == "client.call.response_size");
    }

    [Fact]
    public async Task An_error_code_on_a_metric_is_bounded_and_printable()
    {
        using var watcher = new Watcher(_service);
        var handler = new StubHandler(() => StubHandler.Json(Hostile.ErrorBody, HttpStatusCode.BadRequest));

        await Assert.ThrowsAsync<TestException>(() => _service.CallAsync(TestClient.Over(handler)));

        Assert.All(watcher.Figures.Where(static figure => figure.Tags.ContainsKey("error.type")), static figure =>
            Assert.Equal(Hostile.CleanCode, figure.Tags["error.type"]));
    }
}
