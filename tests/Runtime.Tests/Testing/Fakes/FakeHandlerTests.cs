using System;
using System.Linq;
using System.Threading.Tasks;
using DataZoneGen.Testing;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Fakes;

/// <summary>Which handler responds, and with which step.</summary>
public sealed class FakeHandlerTests
{
    [Fact]
    public async Task A_function_gets_the_request_and_returns_the_response()
    {
        var fake = new TestFake();
        fake.OnGetItem(request => new() { Name = request.Id, Size = 3, Tag = "t" });
        using var client = fake.CreateClient();

        Assert.Equal(new GetItemResponse { Name = "a b/c", Size = 3, Tag = "t" }, await client.GetItemAsync("a b/c"));
    }

    [Fact]
    public async Task An_asynchronous_function_gets_a_token_that_the_client_cancels()
    {
        var fake = new TestFake();
        using var cancellation = new System.Threading.CancellationTokenSource();
        fake.OnGetItem().Then(async (_, token) =>
        {
            await cancellation.CancelAsync();
            await Task.Delay(System.Threading.Timeout.Infinite, token);
            return new();
        });
        using var client = fake.CreateClient();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetItemAsync("a", cancellation.Token));
    }

    [Fact]
    public async Task The_newest_handler_responds()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => new() { Name = "old" });
        fake.OnGetItem(_ => new() { Name = "new" });
        using var client = fake.CreateClient();

        Assert.Equal("new", (await client.GetItemAsync("a")).Name);
    }

    [Fact]
    public async Task A_handler_responds_only_if_all_conditions_are_met()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => new() { Name = "any" });
        fake.OnGetItem(_ => new() { Name = "ab" }).When(request => request.Id.StartsWith('a')).When(request => request.Id.EndsWith('b'));
        using var client = fake.CreateClient();

        Assert.Equal("any", (await client.GetItemAsync("a")).Name);
        Assert.Equal("ab", (await client.GetItemAsync("ab")).Name);
        Assert.Equal("any", (await client.GetItemAsync("b")).Name);
    }

    [Fact]
    public async Task Steps_follow_each_other_and_the_last_one_repeats()
    {
        var fake = new TestFake();
        fake.OnGetItem().Then(new GetItemResponse { Size = 1 }).Times(2).Then(new GetItemResponse { Size = 2 }).Then(new GetItemResponse { Size = 3 });
        using var client = fake.CreateClient();

        Assert.Equal([1, 1, 2, 3, 3, 3], await ReadSizesAsync(client, 6));
    }

    [Fact]
    public async Task After_a_limited_last_step_an_older_handler_responds()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => new() { Size = 0 });
        fake.OnGetItem(_ => new() { Size = 1 }).Times(2);
        using var client = fake.CreateClient();

        Assert.Equal([1, 1, 0, 0], await ReadSizesAsync(client, 4));
    }

    [Fact]
    public async Task A_step_that_is_added_later_follows_the_last_one()
    {
        var fake = new TestFake();
        var handler = fake.OnGetItem(_ => new() { Size = 1 });
        using var client = fake.CreateClient();

        Assert.Equal([1, 1], await ReadSizesAsync(client, 2));
        handler.Then(new GetItemResponse { Size = 2 });
        Assert.Equal([2, 2], await ReadSizesAsync(client, 2));
    }

    [Fact]
    public async Task Concurrent_calls_take_each_step_as_often_as_its_limit_allows()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => new() { Size = 0 });
        fake.OnGetItem(_ => new() { Size = 1 }).Times(300).Then(new GetItemResponse { Size = 2 }).Times(200);
        using var client = fake.CreateClient();

        var sizes = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => Task.Run(async () => (await client.GetItemAsync("a")).Size)));

        Assert.Equal([500, 300, 200], [sizes.Count(size => size == 0), sizes.Count(size => size == 1), sizes.Count(size => size == 2)]);
        Assert.Equal(1000, fake.Calls.Count);
    }

    [Fact]
    public async Task An_operation_without_a_handler_is_an_error_that_names_it_and_is_not_retried()
    {
        var fake = new TestFake();
        using var client = fake.CreateClient();

        var error = await Assert.ThrowsAsync<FakeHandlerException>(() => client.GetItemAsync("a"));

        Assert.Contains("Test Store GetItem", error.Message, StringComparison.Ordinal);
        Assert.Contains("Call OnGetItem of the fake", error.Message, StringComparison.Ordinal);
        Assert.Same(error, Assert.Single(fake.Calls).Exception);
    }

    [Fact]
    public async Task A_request_that_no_handler_accepts_is_an_error_that_shows_it()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => new()).When(request => request.Id == "a");
        using var client = fake.CreateClient();

        var error = await Assert.ThrowsAsync<FakeHandlerException>(() => client.GetItemAsync("other"));

        Assert.Contains("GetItemRequest { Id = other", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_handler_without_a_step_is_an_error()
    {
        var fake = new TestFake();
        fake.OnGetItem();
        using var client = fake.CreateClient();

        var error = await Assert.ThrowsAsync<FakeHandlerException>(() => client.GetItemAsync("a"));

        Assert.Contains("A handler of GetItem has no step", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_operation_that_the_fake_does_not_have_is_an_error()
    {
        using var client = new TestFake().CreateClient();

        var error = await Assert.ThrowsAsync<FakeHandlerException>(() => client.CallAsync(DeleteItem.Instance, new GetItemRequest("a")));

        Assert.Contains("no operation for DELETE /items/a", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Null_in_place_of_a_response_is_an_error()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => null!);
        using var client = fake.CreateClient();

        var error = await Assert.ThrowsAsync<FakeHandlerException>(() => client.GetItemAsync("a"));

        Assert.Contains("GetItem returned null", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Steps_and_limits_are_checked()
    {
        var handler = new TestFake().OnGetItem();

        Assert.Throws<InvalidOperationException>(() => handler.Times(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => handler.Throttles(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => handler.Fails((System.Net.HttpStatusCode)200));
        handler.NeverResponds();
        Assert.Throws<ArgumentOutOfRangeException>(() => handler.Times(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => handler.Delayed(TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => handler.Truncated(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => handler.Slowly(TimeSpan.Zero, 0));
    }

    private static async Task<int?[]> ReadSizesAsync(TestClient client, int count)
    {
        var sizes = new int?[count];
        for (var index = 0; index < count; index++)
        {
            sizes[index] = (await client.GetItemAsync("a")).Size;
        }

        return sizes;
    }
}
