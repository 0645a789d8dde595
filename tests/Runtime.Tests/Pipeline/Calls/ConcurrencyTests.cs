using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.IO;
using System.Net.Http;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Pipeline.Calls;

[SuppressMessage("Reliability", "CA2025", Justification = "The test awaits what it started before its stream ends.")]
public class ConcurrencyTests
{
    [Fact]
    public async Task Each_of_64_callers_gets_its_own_answer()
    {
        using var handler = StubHandler.Over(EchoAsync);
        var client = TestClient.Over(handler, options => options.TimeProvider = TimeProvider.System);

        await Parallel.ForAsync(0, 64 * 50, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, token) =>
        {
            var id = number.ToString(CultureInfo.InvariantCulture);

            Assert.Equal("/items/" + id, (await client.GetItemAsync(id, token)).Name);
        });
    }

    [Fact]
    public async Task Each_of_64_callers_sends_its_own_body()
    {
        using var handler = StubHandler.Over(EchoAsync);
        var client = TestClient.Over(handler, options => options.TimeProvider = TimeProvider.System);

        await Parallel.ForAsync(0, 64 * 50, new ParallelOptions { MaxDegreeOfParallelism = 64 }, async (number, token) =>
        {
            var name = new string((char)('a' + (number % 26)), number);
            var response = await client.PutItemAsync(new PutItemRequest(number.ToString(CultureInfo.InvariantCulture), name, "t"), token);

            Assert.Equal(number, response.Count);
        });
    }

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(100_000, false)]
    [InlineData(100_000, true)]
    public async Task A_body_that_a_handler_still_reads_is_not_overwritten_by_the_next_call(int length, bool isCanceled)
    {
        var written = new SlowStream();
        using var source = new CancellationTokenSource();
        Task? sending = null;
        using var handler = StubHandler.Over(async (request, cancellationToken) =>
        {
            if (sending is null)
            {
                // It responds while the first body is still on its way, as a handler for HTTP/2 may, and ignores that it is canceled.
                sending = request.Content!.CopyToAsync(written, CancellationToken.None);
                await (isCanceled ? Task.Delay(Timeout.Infinite, cancellationToken) : Task.CompletedTask);
            }
            else
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            }

            return StubHandler.Json("{}");
        });
        var client = TestClient.Over(handler);
        var first = client.PutItemAsync(new PutItemRequest("1", new string('a', length), "t"), source.Token);
        await (isCanceled ? source.CancelAsync() : Task.CompletedTask);
        Assert.Equal(isCanceled, await Record.ExceptionAsync(() => first) is OperationCanceledException);
        for (var call = 0; call < 100; call++)
        {
            await client.PutItemAsync(new PutItemRequest("2", new string('b', length), "t"));
        }

        written.Release();
        await sending!;
        var sent = Encoding.UTF8.GetString(written.ToArray());
        Assert.Contains(new string('a', length), sent, StringComparison.Ordinal);
        Assert.DoesNotContain('b', sent);
    }

    /// <summary>Responds with the path, and with the length of the name in the body, in a header.</summary>
    private static async Task<HttpResponseMessage> EchoAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var path = request.RequestUri!.AbsolutePath;
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var count = body is null ? 0 : JsonElement.Parse(body).GetProperty("name").GetString()!.Length;
        await Task.Yield();
        return StubHandler.Json($$"""{"name":"{{path}}"}""", headers: ("x-count", count.ToString(CultureInfo.InvariantCulture)));
    }

    private sealed class SlowStream : MemoryStream
    {
        private readonly TaskCompletionSource _released = new();

        public void Release() => _released.SetResult();

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await _released.Task;
            await base.WriteAsync(buffer, CancellationToken.None);
        }
    }
}
