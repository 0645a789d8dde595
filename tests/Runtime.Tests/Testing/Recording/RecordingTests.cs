using System;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using DataZoneGen.Testing;
using DataZoneGen.Testing.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Recording;

/// <summary>Calls that are written to a file, and responses that come from it.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    private string FilePath => Path.Combine(_folder.FullName, "new", "calls.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_is_readable_and_has_no_secrets()
    {
        var fake = new TestFake();
        fake.OnPutItem().Then(new PutItemResponse { Count = 2 });
        using (var recorded = Over(FakeRecordings.Record(TestFakeService.Instance, FilePath, fake.CreateHandler())))
        {
            await recorded.PutItemAsync(new PutItemRequest("a b", "a secret", "token-1", "label"));
        }

        var text = await File.ReadAllTextAsync(FilePath);

        Assert.StartsWith(
            """
            [
            {
              "operation": "PutItem",
              "request": {
                "method": "PUT",
                "target": "/items/a%20b",
                "headers": {
                  "content-type": "application/json",
                  "x-label": "label"
                },
                "json": {
                  "name": "redacted",
                  "token": "token-1"
                }
              },
              "response": {
                "status": 200,
            """.ReplaceLineEndings("\n"),
            text,
            StringComparison.Ordinal);
        foreach (var secret in new[] { "a secret", "AKIDEXAMPLE", "Signature", "wJalr", "secret-session" })
        {
            Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_replay_responds_as_the_service_did()
    {
        var fake = new TestFake();
        fake.OnGetItem(request => request.Id == "gone" ? throw new NotFoundException("No such item.", "gone") : new() { Name = "n" + request.Id, Size = 3, Tag = "t" });
        await CallBothAsync(FakeRecordings.Record(TestFakeService.Instance, FilePath, fake.CreateHandler()));

        await CallBothAsync(FakeRecordings.Replay(TestFakeService.Instance, FilePath));

        Assert.Equal(2, fake.Calls.Count);

        static async Task CallBothAsync(HttpMessageHandler handler)
        {
            using var client = Over(handler);
            Assert.Equal(new GetItemResponse { Name = "na", Size = 3, Tag = "t" }, await client.GetItemAsync("a"));
            Assert.Equal("gone", (await Assert.ThrowsAsync<NotFoundException>(() => client.GetItemAsync("gone"))).Resource);
        }
    }

    [Fact]
    public async Task Equal_inputs_get_the_responses_in_their_order_and_the_last_one_repeats()
    {
        var fake = new TestFake();
        fake.OnGetItem().Then(new GetItemResponse { Size = 1 }).Then(new GetItemResponse { Size = 2 });
        using (var recorded = Over(FakeRecordings.Record(TestFakeService.Instance, FilePath, fake.CreateHandler())))
        {
            await recorded.GetItemAsync("a");
            await recorded.GetItemAsync("a");
        }

        using var client = Over(FakeRecordings.Replay(TestFakeService.Instance, FilePath));

        Assert.Equal([1, 2, 2], [(await client.GetItemAsync("a")).Size, (await client.GetItemAsync("a")).Size, (await client.GetItemAsync("a")).Size]);
    }

    [Theory]
    [InlineData("b", "n", "x", true)]
    [InlineData("b", "another secret", "x", true)]
    [InlineData("b", "n", "y", false)]
    [InlineData("c", "n", "x", false)]
    public async Task Tokens_and_masked_members_are_not_compared(string id, string name, string label, bool matches)
    {
        var fake = new TestFake();
        fake.OnPutItem().Then(new PutItemResponse());
        using (var recorded = Over(FakeRecordings.Record(TestFakeService.Instance, FilePath, fake.CreateHandler())))
        {
            await recorded.PutItemAsync(new PutItemRequest("b", "n", "one", "x"));
        }

        using var client = Over(FakeRecordings.Replay(TestFakeService.Instance, FilePath));
        var error = await Record.ExceptionAsync(() => client.PutItemAsync(new PutItemRequest(id, name, "two", label)));

        Assert.Equal(matches, error is null);
    }

    [Fact]
    public async Task A_request_that_is_not_in_the_file_is_an_error_with_the_nearest_inputs()
    {
        var fake = new TestFake();
        fake.OnGetItem(_ => new());
        using (var recorded = Over(FakeRecordings.Record(TestFakeService.Instance, FilePath, fake.CreateHandler())))
        {
            await recorded.GetItemAsync("zzzzz");
            await recorded.GetItemAsync("item-1");
        }

        using var client = Over(FakeRecordings.Replay(TestFakeService.Instance, FilePath));
        var error = await Assert.ThrowsAsync<FakeHandlerException>(() => client.GetItemAsync("item-2"));
        var other = await Assert.ThrowsAsync<FakeHandlerException>(() => client.PutItemAsync(new PutItemRequest("a")));

        Assert.Contains("has no call of GetItem with this input:\nGetItem GET /items/item-2", error.Message, StringComparison.Ordinal);
        Assert.Contains("The nearest recorded inputs:\nGetItem GET /items/item-1", error.Message, StringComparison.Ordinal);
        Assert.Contains("It has no call of this operation at all.", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Concurrent_calls_give_a_complete_file()
    {
        var fake = new TestFake();
        fake.OnGetItem(request => new() { Name = request.Id });
        using (var recorded = Over(FakeRecordings.Record(TestFakeService.Instance, FilePath, fake.CreateHandler())))
        {
            await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Task.Run(() => recorded.GetItemAsync("i" + number))));
        }

        using var client = Over(FakeRecordings.Replay(TestFakeService.Instance, FilePath));
        for (var number = 0; number < 100; number++)
        {
            Assert.Equal("i" + number, (await client.GetItemAsync("i" + number)).Name);
        }
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[")]
    [InlineData("""[{ "operation": "Other", "request": { "method": "GET", "target": "/" }, "response": { "status": 200 } }]""")]
    public async Task A_file_that_is_no_recording_of_the_service_is_an_error(string text)
    {
        var path = Path.Combine(_folder.FullName, "calls.json");
        await File.WriteAllTextAsync(path, text);

        var error = Assert.Throws<InvalidDataException>(() => FakeRecordings.Replay(TestFakeService.Instance, path));

        Assert.Contains(path, error.Message, StringComparison.Ordinal);
    }

    private static TestClient Over(HttpMessageHandler handler) =>
        TestClient.Over(handler, static options => options.Credentials = new AwsCredentials("AKIDEXAMPLE", "wJalrXUtnFEMI", "secret-session"));
}
