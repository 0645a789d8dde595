using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.EventStreams;

/// <summary>Events in both directions over a real connection.</summary>
public class DuplexTests
{
    [Fact]
    public async Task An_answer_to_an_event_comes_while_the_request_is_still_being_sent()
    {
        await using var server = await DuplexServer.StartAsync(HttpProtocols.Http1AndHttp2);
        using var client = server.CreateClient();
        var events = Channel.CreateUnbounded<TestEvent>();
        using var response = await client.CallAsync(Watch.Sending, new WatchRequest(events.Reader.ReadAllAsync()));
        var answers = response.Events.GetAsyncEnumerator();

        for (var number = 1; number <= 20; number++)
        {
            var item = new TestEvent.Item("n" + number, number);
            await events.Writer.WriteAsync(item);
            Assert.True(await answers.MoveNextAsync());
            Assert.Equal(item, answers.Current);
        }

        events.Writer.Complete();
        Assert.False(await answers.MoveNextAsync());
        await answers.DisposeAsync();
        Assert.Equal(("HTTP/2", 21), (server.Protocol, server.Messages));
    }

    [Fact]
    public async Task Without_HTTP_2_the_answers_come_after_the_request()
    {
        await using var server = await DuplexServer.StartAsync(HttpProtocols.Http1);
        using var client = server.CreateClient();
        TestEvent[] items = [new TestEvent.Item("one", 1), new TestEvent.Item("two", 2)];
        using var response = await client.CallAsync(Watch.Sending, new WatchRequest(items.ToAsyncEnumerable()));

        Assert.Equal(items, await response.Events.ToListAsync());
        Assert.Equal("HTTP/1.1", server.Protocol);
    }

    [Fact]
    public async Task Leaving_the_answers_early_ends_the_callers_events()
    {
        await using var server = await DuplexServer.StartAsync(HttpProtocols.Http2);
        using var client = server.CreateClient();
        var ended = new TaskCompletionSource();
        var response = await client.CallAsync(Watch.Sending, new WatchRequest(EndlessAsync(ended)));
        await foreach (var answer in response.Events)
        {
            break;
        }

        await ended.Task;
    }

    [Fact]
    public async Task Disposing_of_the_response_ends_the_callers_events()
    {
        await using var server = await DuplexServer.StartAsync(HttpProtocols.Http2);
        using var client = server.CreateClient();
        var ended = new TaskCompletionSource();
        var response = await client.CallAsync(Watch.Sending, new WatchRequest(EndlessAsync(ended)));

        await response.DisposeAsync();

        Assert.True(ended.Task.IsCompleted);
    }

    private static async IAsyncEnumerable<TestEvent> EndlessAsync(
        TaskCompletionSource ended, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return new TestEvent.Item("first", 1);
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
        finally
        {
            ended.SetResult();
        }
    }
}
