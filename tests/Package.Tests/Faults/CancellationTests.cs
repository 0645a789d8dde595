using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>A caller can leave at every stage of a call. What stays behind is neither a connection nor an exception that nobody sees.</summary>
[Collection(WholeProcess.Name)]
public sealed class CancellationTests
{
    [Fact]
    public async Task BeforeTheStart()
    {
        await using var faulty = new FaultyClient();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await AssertCancelledAsync(faulty, source, static _ => Task.CompletedTask);

        Assert.Equal(0, faulty.Server.Connections);
    }

    [Fact]
    public async Task WhileCredentialsAreLookedFor()
    {
        var credentials = new Waiting();
        await using var faulty = new FaultyClient(options => options.Credentials = credentials);

        await AssertCancelledAsync(faulty, new CancellationTokenSource(), _ => credentials.Asked.Task);

        Assert.Equal(0, faulty.Server.Connections);
    }

    [Fact]
    public async Task WhileConnecting()
    {
        var connecting = new TaskCompletionSource();
        using var invoker = new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = async (_, token) =>
            {
                connecting.TrySetResult();
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return Stream.Null;
            },
        });
        await using var faulty = new FaultyClient(options => options.HttpInvoker = invoker);

        await AssertCancelledAsync(faulty, new CancellationTokenSource(), _ => connecting.Task);

        Assert.Equal(0, faulty.Server.Connections);
    }

    [Fact]
    public async Task WhileHeadersAreAwaited()
    {
        await using var faulty = new FaultyClient(Fault.StalledHeaders);

        await AssertCancelledAsync(faulty, new CancellationTokenSource(), static f => f.Server.StallAsync());

        await AssertOpenAsync(faulty, 0);
    }

    [Fact]
    public async Task WhileTheBodyIsRead()
    {
        await using var faulty = new FaultyClient(Fault.StalledBody);

        await AssertCancelledAsync(faulty, new CancellationTokenSource(), static f => f.Server.StallAsync());

        await AssertOpenAsync(faulty, 0);
    }

    [Fact]
    public async Task WhileAnotherAttemptIsAwaited()
    {
        var clock = new FakeClock();
        await using var faulty = new FaultyClient(options => options.TimeProvider = clock, Fault.ServiceUnavailable);

        await AssertCancelledAsync(
            faulty, new CancellationTokenSource(), _ => Eventually.IsTrueAsync(() => clock.Waits.Count > 0, "the client waits"));

        Assert.Equal(1, faulty.Server.Requests);
        await AssertOpenAsync(faulty, 1);
    }

    [Fact]
    public async Task AClientGoesOnAfterManyCancellations()
    {
        const int calls = 40;
        await using var faulty = new FaultyClient([.. System.Linq.Enumerable.Repeat(Fault.StalledBody, calls)]);
        for (var count = 0; count < calls; count++)
        {
            await AssertCancelledAsync(faulty, new CancellationTokenSource(), static f => f.Server.StallAsync());
        }

        var run = await faulty.CallAsync("after");

        Assert.Equal("after", run.Id);
        await AssertOpenAsync(faulty, 1);
    }

    private static async Task AssertCancelledAsync(FaultyClient faulty, CancellationTokenSource source, Func<FaultyClient, Task> stage)
    {
        using var unobserved = new UnobservedExceptions();
        using (source)
        {
            var call = faulty.CallAsync(cancellationToken: source.Token);
            await stage(faulty);
            await source.CancelAsync();

            var exception = await Assert.ThrowsAsync<OperationCanceledException>(() => call);

            Assert.Equal(source.Token, exception.CancellationToken);
        }

        unobserved.AssertNone();
    }

    private static Task AssertOpenAsync(FaultyClient faulty, int connections) =>
        Eventually.IsTrueAsync(() => faulty.Server.OpenConnections == connections, "connections that are no use are closed");

    private sealed class Waiting : IAwsCredentialsProvider
    {
        public TaskCompletionSource Asked { get; } = new();

        public async ValueTask<AwsCredentials> GetCredentialsAsync(CancellationToken cancellationToken)
        {
            Asked.TrySetResult();
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            throw new InvalidOperationException();
        }
    }
}
