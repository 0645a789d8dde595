using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Retries;

public class RetryCallTests
{
    [Theory]
    [InlineData(500, "Oops", 50)]
    [InlineData(502, "Oops", 50)]
    [InlineData(503, "SlowDown", 1000)]
    [InlineData(504, "Oops", 50)]
    [InlineData(400, "ThrottlingException", 1000)]
    [InlineData(429, "BusyException", 1000)]
    [InlineData(409, "FlakyException", 50)]
    [InlineData(408, "RequestTimeout", 50)]
    public async Task Errors_that_pass_are_tried_again_after_a_wait(int status, string code, int milliseconds)
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Error(status, code), () => StubHandler.Json("""{"name":"n"}"""));

        var response = await TestClient.Over(handler, options => options.TimeProvider = clock).GetItemAsync("id");

        Assert.Equal(("n", 2), (response.Name, response.Metadata.Attempts));
        Assert.Equal([TimeSpan.FromMilliseconds(milliseconds)], clock.Waits);
    }

    [Theory]
    [InlineData(400, "ValidationException")]
    [InlineData(403, "AccessDeniedException")]
    [InlineData(404, "NotFoundException")]
    [InlineData(429, "429")]
    [InlineData(501, "Oops")]
    public async Task Errors_that_stay_are_not(int status, string code)
    {
        var handler = new StubHandler(() => Error(status, code));

        var error = await Assert.ThrowsAnyAsync<AwsServiceException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal((1, 1), (handler.Seen.Count, error.Attempts));
        Assert.False(error.IsThrottling || error.IsTransient);
    }

    [Fact]
    public async Task The_last_error_is_told_when_attempts_run_out()
    {
        var handler = new StubHandler(() => Error(500, "A"), () => Error(500, "B"), () => Error(400, "ThrottlingException"));

        var error = await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal((3, "ThrottlingException", true), (error.Attempts, error.ErrorCode, error.IsThrottling));
    }

    [Fact]
    public async Task One_attempt_at_most_sends_nothing_again()
    {
        var handler = new StubHandler(() => Error(500, "A"));

        await Assert.ThrowsAsync<TestException>(() => TestClient.Over(handler, options => options.MaxAttempts = 1).GetItemAsync("id"));

        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task Lost_connections_are_tried_again()
    {
        var handler = new StubHandler(
            () => throw new HttpRequestException("lost"),
            () => throw new IOException("lost"),
            () => StubHandler.Json("{}"));

        Assert.Equal(3, (await TestClient.Over(handler).GetItemAsync("id")).Metadata.Attempts);
    }

    [Fact]
    public async Task A_lost_connection_is_told_with_its_cause_when_attempts_run_out()
    {
        var cause = new HttpRequestException("lost");
        var handler = new StubHandler(() => throw cause);

        var exception = await Assert.ThrowsAsync<AwsTransportException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Equal(3, exception.Attempts);
        Assert.Same(cause, exception.InnerException);
        Assert.Contains("Test Store GetItem", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_exceptions_of_handlers_are_not_ours_to_hide()
    {
        var handler = new StubHandler(() => throw new InvalidOperationException("bug"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task Every_attempt_sends_the_same_request_signed_anew()
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Error(400, "ThrottlingException"), () => StubHandler.Json("{}"));

        await TestClient.Over(handler, options => options.TimeProvider = clock).PutItemAsync(new PutItemRequest("id", "name", "token"));

        var (first, second) = (handler.Seen[0], handler.Seen[1]);
        Assert.Equal((first.Url, first.Body), (second.Url, second.Body));
        Assert.Equal(("20261120T032000Z", "20261120T032001Z"), (first.Headers["x-amz-date"], second.Headers["x-amz-date"]));
        Assert.NotEqual(first.Headers["Authorization"], second.Headers["Authorization"]);
    }

    [Fact]
    public async Task Version_2_0_can_be_chosen()
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Error(500, "A"));
        var client = TestClient.Over(handler, options => (options.TimeProvider, options.RetryMode) = (clock, RetryMode.StandardUntil2026));

        await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));

        Assert.Equal([TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2)], clock.Waits);
    }

    [Fact]
    public async Task All_calls_of_a_client_share_one_quota()
    {
        var handler = new StubHandler(() => Error(500, "A"));
        var client = TestClient.Over(handler);
        for (var call = 0; call < 20; call++)
        {
            await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));
        }

        // 500 pay for 35 retries of 14 each.
        Assert.Equal(20 + 35, handler.Seen.Count);
    }

    [Fact]
    public async Task Calls_that_succeed_in_the_end_can_go_on_for_ever()
    {
        var handler = new StubHandler((number, _) => Task.FromResult(number % 2 == 1 ? Error(500, "A") : StubHandler.Json("{}")));
        var client = TestClient.Over(handler);

        for (var call = 0; call < 100; call++)
        {
            Assert.Equal(2, (await client.GetItemAsync("id")).Metadata.Attempts);
        }
    }

    [Theory]
    [InlineData("ExpiredTokenException")]
    [InlineData("RequestTimeTooSkewed")]
    public async Task Calls_that_succeed_after_a_retry_and_a_refusal_can_go_on_for_ever(string refusal)
    {
        var clock = new FakeClock(skipsWaits: true);
        var skew = TimeSpan.Zero;
        var handler = new StubHandler((number, _) =>
        {
            // The service's clock is another one for each refusal, so that there is something to correct.
            skew += (number % 3) == 2 ? TimeSpan.FromHours(1) : TimeSpan.Zero;
            var date = (clock.GetUtcNow() + skew).ToString("R");
            return Task.FromResult((number % 3) switch
            {
                1 => Error(500, "A"),
                2 => StubHandler.Json("{}", HttpStatusCode.Forbidden, ("x-amzn-errortype", refusal), ("Date", date)),
                _ => StubHandler.Json("{}"),
            });
        });
        var client = TestClient.Over(handler, options => (options.TimeProvider, options.Credentials) = (clock, new NewCredentials()));

        for (var call = 0; call < 100; call++)
        {
            Assert.Equal(3, (await client.GetItemAsync("id")).Metadata.Attempts);
        }
    }

    [Fact]
    public async Task A_retry_that_is_cancelled_while_it_waits_costs_nothing()
    {
        var clock = new FakeClock();
        var handler = new StubHandler(() => Error(500, "A"));
        var client = TestClient.Over(handler, options => options.TimeProvider = clock);
        for (var call = 1; call <= 100; call++)
        {
            using var source = new System.Threading.CancellationTokenSource();
            var cancelled = client.GetItemAsync("id", source.Token);
            Assert.Equal(call, clock.Waits.Count);
            await source.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        }
    }

    [Fact]
    public async Task A_call_without_retries_gives_back_little_whatever_the_call_before_it_did()
    {
        var answers = new System.Collections.Generic.Queue<bool>();
        var handler = new StubHandler((_, _) => Task.FromResult(answers.Count > 0 && answers.Dequeue() ? StubHandler.Json("{}") : Error(500, "A")));
        var client = TestClient.Over(handler);
        for (var call = 0; call < 17; call++)
        {
            await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"));
        }

        // 24 are left, and 24 again after a call that needed one retry, and 25 after one that needed none: enough for one retry of 14.
        answers.Enqueue(false);
        answers.Enqueue(true);
        await client.GetItemAsync("id");
        answers.Enqueue(true);
        await client.GetItemAsync("id");

        Assert.Equal(2, (await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("id"))).Attempts);
    }

    [Fact]
    public async Task A_malformed_answer_is_not_asked_for_again()
    {
        var handler = new StubHandler(() => StubHandler.Json("{\"name\":"));

        await Assert.ThrowsAsync<AwsMalformedResponseException>(() => TestClient.Over(handler).GetItemAsync("id"));

        Assert.Single(handler.Seen);
    }

    [Fact]
    public async Task The_service_may_ask_for_a_longer_wait()
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => StubHandler.Json("{}", HttpStatusCode.ServiceUnavailable, ("Retry-After", "3")), () => StubHandler.Json("{}"));

        await TestClient.Over(handler, options => options.TimeProvider = clock).GetItemAsync("id");

        Assert.Equal([TimeSpan.FromSeconds(3)], clock.Waits);
    }

    [Fact]
    public async Task A_wait_that_would_outlast_the_call_leaves_the_services_error()
    {
        var clock = new FakeClock(skipsWaits: true);
        var handler = new StubHandler(() => Error(400, "ThrottlingException"));

        var error = await Assert.ThrowsAsync<TestException>(
            () => TestClient.Over(handler, options => (options.TimeProvider, options.Timeout) = (clock, TimeSpan.FromSeconds(1))).GetItemAsync("id"));

        Assert.True(error is { IsThrottling: true, Attempts: 1 });
        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task Attempts_tell_their_call_and_their_number()
    {
        var handler = new StubHandler(() => Error(500, "A"), () => throw new IOException("lost"), () => StubHandler.Json("{}"));
        var client = TestClient.Over(handler);
        await client.GetItemAsync("id");
        await client.GetItemAsync("id");

        Assert.Equal(
            ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3", "attempt=1; max=3"],
            handler.Seen.Select(seen => seen.Headers["amz-sdk-request"]));
        var ids = handler.Seen.Select(seen => Guid.Parse(seen.Headers["amz-sdk-invocation-id"])).ToList();
        Assert.Equal([ids[0], ids[0], ids[0]], ids[..3]);
        Assert.NotEqual(ids[0], ids[3]);
    }

    [Fact]
    public async Task What_attempts_tell_is_not_signed()
    {
        var handler = new StubHandler(() => StubHandler.Json("{}"));

        await TestClient.Over(handler).GetItemAsync("id");

        Assert.Contains("SignedHeaders=host;x-amz-date,", handler.Seen.Single().Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_may_have_a_number_of_attempts_of_its_own()
    {
        var handler = new StubHandler(() => Error(500, "A"));
        using var client = new OtherClient("DynamoDB", handler);

        Assert.Equal(4, (await Assert.ThrowsAsync<TestException>(client.CallAsync)).Attempts);
        Assert.Equal("attempt=1; max=4", handler.Seen[0].Headers["amz-sdk-request"]);
    }

    [Fact]
    public async Task A_long_poll_without_quota_waits_before_it_fails()
    {
        var clock = new FakeClock(skipsWaits: true);
        using var client = new OtherClient("SQS", new StubHandler(() => Error(500, "A")), clock);
        var waits = new System.Collections.Generic.List<int>();
        for (var call = 0; call < 20; call++)
        {
            Assert.True((await Assert.ThrowsAsync<TestException>(client.CallAsync)).Attempts > 0);
            waits.Add(clock.Waits.Count);
        }

        // 500 pay for 35 retries of 14 each: after 17 calls of two, the 18th has one retry and then one wait, those after it a wait each.
        Assert.Equal([34, 36, 37, 38], waits[^4..]);
    }

    /// <summary>Has new credentials each time that they were refused.</summary>
    private sealed class NewCredentials : IAwsCredentialsProvider
    {
        private int _number;

        public System.Threading.Tasks.ValueTask<AwsCredentials> GetCredentialsAsync(System.Threading.CancellationToken cancellationToken) =>
            new(new AwsCredentials("AKID", "secret", "token" + _number));

        public void Invalidate(AwsCredentials rejected) => _number++;
    }

    private static HttpResponseMessage Error(int status, string code)
        => StubHandler.Json("""{"message":"m"}""", (HttpStatusCode)status, ("x-amzn-errortype", code));

    /// <summary>A client of a service that the retry modes know by name.</summary>
    private sealed class OtherClient(string serviceId, StubHandler handler, FakeClock? clock = null)
        : AwsClient(new Description(serviceId), new AwsClientOptions
        {
            Region = "us-east-1",
            Credentials = TestClient.Credentials,
            HttpInvoker = new HttpMessageInvoker(handler),
            TimeProvider = clock ?? new FakeClock(skipsWaits: true),
            Jitter = () => 1,
        })
    {
        private readonly ReceiveMessage _operation = new(new Description(serviceId));

        public Task<PutItemResponse> CallAsync() => SendAsync(_operation, new GetItemRequest("id"), default);
    }

    private sealed class Description(string serviceId) : ServiceDescription(serviceId, "any", "2026-01-02")
    {
        protected internal override ResolvedEndpoint ResolveEndpoint(in EndpointParameters parameters) => new("https://service.example.com");

        protected internal override AwsServiceException ReadError(ref ErrorReader error) => new TestException(error.Message);
    }

    private sealed class ReceiveMessage(ServiceDescription service) : Operation<GetItemRequest, PutItemResponse>(service, "ReceiveMessage", HttpMethod.Get)
    {
        protected internal override void Write(GetItemRequest input, RequestWriter request) => request.Path("/"u8);

        protected internal override PutItemResponse Read(ref ResponseReader response) => new();
    }
}
