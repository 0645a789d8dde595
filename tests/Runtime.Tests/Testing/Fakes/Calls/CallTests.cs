using System;
using System.Threading.Tasks;
using DataZoneGen.Testing;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Fakes.Calls;

/// <summary>What a fake knows about its calls.</summary>
public sealed class CallTests
{
    [Fact]
    public async Task Calls_are_in_order_with_requests_and_results()
    {
        var (fake, client) = await CreateAsync();
        using var _ = client;

        Assert.Equal(["GetItem", "PutItem", "GetItem"], [fake.Calls[0].Operation, fake.Calls[1].Operation, fake.Calls[2].Operation]);
        Assert.Equal(new GetItemRequest("a"), fake.Calls[0].Request);
        Assert.Equal(new GetItemResponse { Name = "a" }, fake.Calls[0].Response);
        Assert.Equal(new PutItemRequest("b", "n", "t", "l"), fake.Calls[1].Request);
        Assert.IsType<NotFoundException>(fake.Calls[2].Exception);
        Assert.Null(fake.Calls[2].Response);
    }

    [Fact]
    public async Task Requests_of_a_type_are_selected()
    {
        var (fake, client) = await CreateAsync();
        using var _ = client;

        Assert.Equal([new GetItemRequest("a"), new GetItemRequest("gone")], fake.Calls.Of<GetItemRequest>());
    }

    [Fact]
    public async Task Later_calls_do_not_change_a_collection()
    {
        var (fake, client) = await CreateAsync();
        using var _ = client;
        var calls = fake.Calls;

        await client.GetItemAsync("a");

        Assert.Equal((3, 4), (calls.Count, fake.Calls.Count));
    }

    [Fact]
    public async Task A_verification_counts_the_requests_that_meet_the_condition()
    {
        var (fake, client) = await CreateAsync();
        using var _ = client;

        fake.Verify<GetItemRequest>();
        fake.Verify<GetItemRequest>(times: 2);
        fake.Verify<GetItemRequest>(request => request.Id == "a", times: 1);
        fake.Verify<PutItemRequest>(request => request.Name == "other", times: 0);
        Assert.Throws<FakeVerificationException>(() => fake.Verify<GetItemRequest>(times: 1));
        Assert.Throws<FakeVerificationException>(() => fake.Verify<GetItemRequest>(times: 3));
    }

    [Fact]
    public async Task The_message_of_a_failed_verification_has_the_expectation_and_the_calls()
    {
        var (fake, client) = await CreateAsync();
        using var _ = client;

        var error = Assert.Throws<FakeVerificationException>(() => fake.Verify<GetItemRequest>(request => request.Id == "b", times: 2));

        Assert.Equal(
            """
            Expected 2 calls of GetItem with request => request.Id == "b", but there was none. The fake received:
              1. GetItem: GetItemRequest { Id = a, Verbose =  } -> GetItemResponse { Name = a, Size = , Tag =  }
              2. PutItem: PutItemRequest { Id = b, Name = n, Token = t, Label = l } -> PutItemResponse { Count =  }
              3. GetItem: GetItemRequest { Id = gone, Verbose =  } -> NotFoundException: No such item.
            """.ReplaceLineEndings("\n"),
            error.Message);
    }

    [Fact]
    public void A_verification_without_calls_says_so()
    {
        var error = Assert.Throws<FakeVerificationException>(() => new TestFake().Verify<GetItemRequest>());

        Assert.Equal("Expected at least one call of GetItem, but there was none. The fake received no request.", error.Message);
    }

    [Fact]
    public void A_type_that_is_no_request_of_the_service_is_an_error() => Assert.Throws<ArgumentException>(() => new TestFake().Verify<string>());

    [Fact]
    public async Task Reset_removes_handlers_and_calls()
    {
        var (fake, client) = await CreateAsync();
        using var _ = client;

        fake.Reset();

        Assert.Empty(fake.Calls);
        await Assert.ThrowsAsync<FakeHandlerException>(() => client.GetItemAsync("a"));
    }

    private static async Task<(TestFake Fake, TestClient Client)> CreateAsync()
    {
        var fake = new TestFake();
        fake.OnGetItem(request => request.Id == "gone" ? throw new NotFoundException("No such item.", null) : new() { Name = request.Id });
        fake.OnPutItem().Then(new PutItemResponse());
        var client = fake.CreateClient();
        await client.GetItemAsync("a");
        await client.PutItemAsync(new PutItemRequest("b", "n", "t", "l"));
        await Assert.ThrowsAsync<NotFoundException>(() => client.GetItemAsync("gone"));
        return (fake, client);
    }
}
