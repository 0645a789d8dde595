using System;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Testing;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Fakes;

/// <summary>Errors of the service and failures of the network, as the client sees them.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_modeled_exception_arrives_with_its_members()
    {
        var fake = new TestFake();
        fake.OnGetItem().Throws(new NotFoundException("No such item.", "item/a"));
        using var client = fake.CreateClient();

        var error = await Assert.ThrowsAsync<NotFoundException>(() => client.GetItemAsync("a"));

        Assert.Equal(("No such item.", "item/a", HttpStatusCode.NotFound, "NotFoundException"), (error.Message, error.Resource, error.StatusCode, error.ErrorCode));
        Assert.NotNull(error.RequestId);
    }

    [Fact]
    public async Task An_exception_that_is_not_in_the_model_arrives_with_code_status_and_message()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => throw new AwsServiceException("Not today.") { ErrorCode = "ClosedException", StatusCode = HttpStatusCode.Conflict });
        using var client = fake.CreateClient();

        var error = await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("a"));

        Assert.Equal(("Not today.", HttpStatusCode.Conflict, "ClosedException"), (error.Message, error.StatusCode, error.ErrorCode));
    }

    [Theory]
    [InlineData(2000)]
    [InlineData(250)]
    public async Task A_throttled_request_is_retried_after_the_delay_that_the_response_asks_for(int milliseconds)
    {
        var fake = new TestFake();
        fake.OnGetItem().Throttles(TimeSpan.FromMilliseconds(milliseconds)).Then(new GetItemResponse());
        var clock = new FakeClock(skipsWaits: true);
        using var client = fake.CreateClient(options => options.TimeProvider = clock);

        Assert.Equal(2, (await client.GetItemAsync("a")).Metadata.Attempts);
        Assert.True(Assert.Single(clock.Waits) >= TimeSpan.FromMilliseconds(milliseconds));
        var error = Assert.IsType<AwsServiceException>(fake.Calls[0].Exception);
        Assert.Equal(("ThrottlingException", HttpStatusCode.TooManyRequests), (error.ErrorCode, error.StatusCode));
    }

    [Fact]
    public async Task A_status_code_without_a_body_is_retried_as_one_of_a_gateway()
    {
        var fake = new TestFake();
        fake.OnGetItem().Fails(HttpStatusCode.ServiceUnavailable);
        using var client = fake.CreateClient();

        var error = await Assert.ThrowsAsync<TestException>(() => client.GetItemAsync("a"));

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "503", 3), (error.StatusCode, error.ErrorCode, error.Attempts));
    }

    [Fact]
    public async Task A_request_without_a_response_ends_with_the_timeout_of_the_client()
    {
        var fake = new TestFake();
        fake.OnGetItem().NeverResponds();
        var clock = new FakeClock();
        using var client = fake.CreateClient(options => (options.TimeProvider, options.Timeout) = (clock, TimeSpan.FromSeconds(10)));

        var call = client.GetItemAsync("a");
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(11));

        Assert.IsType<TimeoutException>((await Assert.ThrowsAsync<AwsTransportException>(() => call)).InnerException);
    }

    [Fact]
    public async Task A_reset_connection_is_retried()
    {
        var fake = new TestFake();
        fake.OnGetItem().ResetsConnection().Times(2).Then(new GetItemResponse());
        using var client = fake.CreateClient();

        Assert.Equal(3, (await client.GetItemAsync("a")).Metadata.Attempts);
        Assert.IsType<HttpRequestException>(fake.Calls[0].Exception);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_truncated_body_is_a_failure_of_the_connection(int? bytes)
    {
        var fake = new TestFake();
        fake.OnGetItem().Then(new GetItemResponse { Name = "a name" }).Truncated(bytes).Then(new GetItemResponse { Name = "complete" });
        using var client = fake.CreateClient();

        var response = await client.GetItemAsync("a");

        Assert.Equal(("complete", 2), (response.Name, response.Metadata.Attempts));
    }

    [Fact]
    public async Task A_body_that_is_truncated_after_its_end_is_complete()
    {
        var fake = new TestFake();
        fake.OnGetItem().Then(new GetItemResponse { Name = "a name" }).Truncated(1000);
        using var client = fake.CreateClient();

        Assert.Equal(("a name", 1), ((await client.GetItemAsync("a")).Name, fake.Calls.Count));
    }

    [Fact]
    public async Task A_slow_body_arrives_in_pieces_with_delays_on_the_clock_of_the_fake()
    {
        var clock = new FakeClock(skipsWaits: true);
        var fake = new TestFake(new() { TimeProvider = clock });
        fake.OnGetItem().Then(new GetItemResponse { Name = new string('n', 100) }).Slowly(TimeSpan.FromSeconds(1), pieceSize: 30);
        using var client = fake.CreateClient();

        Assert.Equal(100, (await client.GetItemAsync("a")).Name!.Length);
        Assert.True(clock.Waits.Count >= 4 && clock.Waits.All(wait => wait == TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task A_delayed_response_waits_on_the_clock_of_the_fake()
    {
        var clock = new FakeClock();
        var fake = new TestFake(new() { TimeProvider = clock });
        fake.OnGetItem().Then(new GetItemResponse { Size = 1 }).Delayed(TimeSpan.FromMinutes(1));
        using var client = fake.CreateClient();

        var call = client.GetItemAsync("a");
        Assert.False(call.IsCompleted);
        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, (await call).Size);
    }

    [Fact]
    public async Task Another_exception_of_a_handler_is_thrown_as_it_is_and_not_retried()
    {
        var fake = new TestFake();
        var exception = new InvalidOperationException("An assertion of the test.");
        fake.OnGetItem(_ => throw exception);
        using var client = fake.CreateClient();

        Assert.Same(exception, await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetItemAsync("a")));
        Assert.Same(exception, Assert.Single(fake.Calls).Exception);
    }

    [Fact]
    public async Task An_exception_that_looks_like_a_failure_of_the_network_is_wrapped_and_not_retried()
    {
        foreach (var exception in new Exception[] { new FileNotFoundException("No such file."), new OperationCanceledException("Another token.") })
        {
            var fake = new TestFake();
            fake.OnGetItem().Throws(exception);
            using var client = fake.CreateClient();

            var error = await Assert.ThrowsAsync<FakeHandlerException>(() => client.GetItemAsync("a"));

            Assert.Same(exception, error.InnerException);
            Assert.Contains(exception.Message, error.Message, StringComparison.Ordinal);
            Assert.Single(fake.Calls);
        }
    }

    [Fact]
    public async Task An_exception_of_the_transport_is_retried()
    {
        var fake = new TestFake();
        fake.OnGetItem().Throws(new HttpRequestException("No route to host.")).Then(new GetItemResponse());
        using var client = fake.CreateClient();

        Assert.Equal(2, (await client.GetItemAsync("a")).Metadata.Attempts);
    }
}
