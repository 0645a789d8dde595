using System;
using System.Buffers.Binary;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Core;
using DataZoneGen.Runtime.Tests.EventStreams;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Failures;

public class ClockSkewTests
{
    private static readonly DateTimeOffset ServiceTime = FakeClock.Beginning.AddMinutes(20);

    [Theory]
    [InlineData("RequestTimeTooSkewed")]
    [InlineData("RequestExpired")]
    [InlineData("RequestInTheFuture")]
    [InlineData("InvalidSignatureException")]
    [InlineData("SignatureDoesNotMatch")]
    [InlineData("AuthFailure")]
    public async Task A_date_that_is_refused_is_corrected_by_the_services_clock_at_once(string code)
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Refuse(code, ServiceTime), () => StubHandler.Json("{}"));

        var response = await TestClient.Over(handler, options => options.TimeProvider = clock).GetItemAsync("id");

        Assert.Equal(["20261120T032000Z", "20261120T034000Z"], handler.Seen.Select(seen => seen.Headers["x-amz-date"]));
        Assert.Equal(2, response.Metadata.Attempts);
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task Of_several_dates_the_first_counts()
    {
        var (date, other) = (ServiceTime.ToString("r", CultureInfo.InvariantCulture), FakeClock.Beginning.AddHours(9).ToString("r", CultureInfo.InvariantCulture));
        var handler = new StubHandler(
            () => StubHandler.Json("{\"__type\":\"RequestTimeTooSkewed\"}", HttpStatusCode.Forbidden, ("Date", date), ("Date", other)), () => StubHandler.Json("{}"));

        await TestClient.Over(handler).GetItemAsync("id");

        Assert.Equal(["20261120T032000Z", "20261120T034000Z"], handler.Seen.Select(seen => seen.Headers["x-amz-date"]));
    }

    [Theory]
    [InlineData(20)]
    [InlineData(-20)]
    public async Task Later_calls_are_dated_right_from_the_start(int minutes)
    {
        var handler = new StubHandler(() => Refuse("RequestTimeTooSkewed", FakeClock.Beginning.AddMinutes(minutes)), () => StubHandler.Json("{}"));
        var client = TestClient.Over(handler);
        await client.GetItemAsync("id");

        Assert.Equal(1, (await client.GetItemAsync("id")).Metadata.Attempts);

        Assert.Equal(AmzDate.From(FakeClock.Beginning.AddMinutes(minutes)).Text, handler.Seen[2].Headers["x-amz-date"]);
    }

    [Fact]
    public async Task A_clock_that_is_right_leaves_the_refusal_to_the_caller()
    {
        var handler = new StubHandler(() => Refuse("SignatureDoesNotMatch", FakeClock.Beginning.AddMinutes(5)));

        await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task A_refusal_without_a_date_is_left_to_the_caller()
    {
        var handler = new StubHandler(() => Refuse("RequestTimeTooSkewed", date: null));

        await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task Other_errors_do_not_move_the_clock()
    {
        var handler = new StubHandler(() => Refuse("AccessDeniedException", ServiceTime));
        var client = TestClient.Over(handler);

        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));
        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));

        Assert.Equal(["20261120T032000Z", "20261120T032000Z"], handler.Seen.Select(seen => seen.Headers["x-amz-date"]));
    }

    [Fact]
    public async Task A_service_whose_clock_jumps_about_is_followed_once_in_a_call()
    {
        var handler = new StubHandler((number, _) => Task.FromResult(Refuse("RequestTimeTooSkewed", FakeClock.Beginning.AddHours(number))));

        var error = await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal((2, 2), (error.Attempts, handler.Seen.Count));
    }

    [Fact]
    public async Task A_single_attempt_stays_one_and_the_next_call_is_dated_right()
    {
        var handler = new StubHandler(() => Refuse("RequestTimeTooSkewed", ServiceTime), () => StubHandler.Json("{}"));
        var client = TestClient.Over(handler, options => options.MaxAttempts = 1);
        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));

        await client.GetItemAsync("id");

        Assert.Equal(["20261120T032000Z", "20261120T034000Z"], handler.Seen.Select(seen => seen.Headers["x-amz-date"]));
    }

    [Fact]
    public async Task A_correction_costs_nothing_of_the_quota()
    {
        var handler = new StubHandler((number, _) => Task.FromResult(
            number % 2 == 1 ? Refuse("RequestTimeTooSkewed", FakeClock.Beginning.AddHours(number)) : StubHandler.Json("{}")));
        var client = TestClient.Over(handler);

        for (var call = 0; call < 50; call++)
        {
            Assert.Equal(2, (await client.GetItemAsync("id")).Metadata.Attempts);
        }
    }

    [Fact]
    public async Task Calls_that_were_refused_together_are_all_sent_again()
    {
        const int calls = 8;
        var allCame = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var handler = new StubHandler(async (number, _) =>
        {
            if (number == calls)
            {
                allCame.SetResult();
            }

            await allCame.Task;
            return number <= calls ? Refuse("RequestTimeTooSkewed", ServiceTime) : StubHandler.Json("{}");
        });
        var client = TestClient.Over(handler);

        var responses = await Task.WhenAll(Enumerable.Range(0, calls).Select(_ => client.GetItemAsync("id")));

        Assert.All(responses, response => Assert.Equal(2, response.Metadata.Attempts));
    }

    [Fact]
    public async Task URLs_are_dated_by_the_corrected_clock()
    {
        var client = TestClient.Over(new StubHandler(() => Refuse("RequestTimeTooSkewed", ServiceTime), () => StubHandler.Json("{}")));
        await client.GetItemAsync("id");

        var presigned = await client.PresignAsync(GetItem.Instance, new GetItemRequest("id"), TimeSpan.FromHours(1));

        Assert.Contains("X-Amz-Date=20261120T034000Z", presigned.Url.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_are_dated_by_the_corrected_clock()
    {
        byte[]? body = null;
        var client = TestClient.Over(StubHandler.Over(async (request, cancellationToken) =>
        {
            if (body is null)
            {
                body = [];
                return Refuse("RequestTimeTooSkewed", ServiceTime);
            }

            body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            return StubHandler.Bytes([]);
        }));
        await client.GetItemAsync("id");

        using var response = await client.CallAsync(Watch.Sending, new WatchRequest());

        Assert.True(EventMessage.Decode(body).TryFind(":date"u8, out var date));
        Assert.Equal(ServiceTime.ToUnixTimeMilliseconds(), BinaryPrimitives.ReadInt64BigEndian(date.Value));
    }

    [Fact]
    public async Task A_refusal_of_what_is_not_signed_does_not_move_the_clock()
    {
        var handler = new StubHandler(() => Refuse("AuthFailure", ServiceTime), () => StubHandler.Json("{}"));
        var client = TestClient.Over(handler);
        await Assert.ThrowsAsync<TestException>(() => client.CallAsync(GetItem.Unsigned, new GetItemRequest("id")));

        await client.GetItemAsync("id");

        Assert.Equal("20261120T032000Z", handler.Seen[1].Headers["x-amz-date"]);
    }

    [Fact]
    public async Task Retries_tell_until_when_they_are_of_use_by_the_services_clock()
    {
        var handler = new StubHandler(
            () => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, ("Date", ServiceTime.ToString("R", CultureInfo.InvariantCulture))),
            () => StubHandler.Json("{}"));

        await TestClient.Over(handler, options => options.AttemptTimeout = TimeSpan.FromSeconds(10)).GetItemAsync("id");

        // 50 ms are waited; the time is cut to the second.
        Assert.Equal(["attempt=1; max=3", "ttl=20261120T034010Z; attempt=2; max=3"], handler.Seen.Select(seen => seen.Headers["amz-sdk-request"]));
    }

    [Fact]
    public async Task Without_a_time_limit_of_attempts_the_end_of_the_call_is_told()
    {
        var handler = new StubHandler(
            () => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, ("Date", FakeClock.Beginning.ToString("R", CultureInfo.InvariantCulture))),
            () => StubHandler.Json("{}"));

        await TestClient.Over(handler).GetItemAsync("id");

        Assert.Equal("ttl=20261120T032140Z; attempt=2; max=3", handler.Seen[1].Headers["amz-sdk-request"]);
    }

    private static HttpResponseMessage Refuse(string code, DateTimeOffset? date)
    {
        var message = StubHandler.Json("""{"message":"m"}""", HttpStatusCode.Forbidden, ("x-amzn-errortype", code));
        message.Headers.Date = date;
        return message;
    }
}
