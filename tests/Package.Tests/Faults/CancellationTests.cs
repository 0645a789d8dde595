using System;
using System.IO;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Package.Tests.Faults;

/// <summary>A caller can cancel at every stage of a call. No connection and no unobserved exception remains.</summary>
[Collection(WholeProcess.Name)]
public sealed class CancellationTests
{
    [Fact]
    public async Task BeforeTheCall()
    {
        await using var faulty = new FaultyClient();
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await AssertCanceledAsync(faulty, source, static _ => Task.CompletedTask);

        Assert.Equal(0, faulty.Server.Connections);
    }

    [Fact]
    public async Task WhileCredentialsAreResolved()
    {
        var credentials = new WaitingProvider();
        await using var faulty = new FaultyClient(options => options.Credentials = credentials);

        await AssertCanceledAsync(faulty, new CancellationTokenSource(), _ => credentials.Asked.Task);

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

        await AssertCanceledAsync(faulty, new CancellationTokenSource(), _ => connecting.Task);

        Assert.Equal(0, faulty.Server.Connections);
    }

    [Fact]
    public async Task WhileWaitingForHeaders()
    {
        await using var faulty = new FaultyClient(Fault.StalledHeaders);

        await AssertCanceledAsync(faulty, new CancellationTokenSource(), static f => f.Server.StallAsync());

        await AssertOpenAsync(faulty, 0);
    }

    [Fact]
    public async Task WhileReadingTheBody()
    {
        await using var faulty = new FaultyClient(Fault.StalledBody);

        await AssertCanceledAsync(faulty, new CancellationTokenSource(), static f => f.Server.StallAsync());

        await AssertOpenAsync(faulty, 0);
    }

    [Fact]
    public async Task WhileWaitingForARetry()
    {
        var clock = new FakeClock();
        await using var faulty = new FaultyClient(options => options.TimeProvider = clock, Fault.ServiceUnavailable);

        await AssertCanceledAsync(
            faulty, new CancellationTokenSource(), _ => Eventually.IsTrueAsync(() => clock.Waits.Count > 0, "the client waits"));

        Assert.Equal(1, faulty.Server.Requests);
        await AssertOpenAsync(faulty, 1);
    }

    [Fact]
    public async Task AClientWorksAfterManyCancellations()
    {
        const int calls = 40;
        await using var faulty = new FaultyClient([.. System.Linq.Enumerable.Repeat(Fault.StalledBody, calls)]);
        for (var count = 0; count < calls; count++)
        {
            await AssertCanceledAsync(faulty, new CancellationTokenSource(), static f => f.Server.StallAsync());
        }

        var run = await faulty.CallAsync("after");

        Assert.Equal("after", run.Id);
        await AssertOpenAsync(faulty, 1);
    }

    private static async Task AssertCanceledAsync(FaultyClient faulty, CancellationTokenSource source, Func<FaultyClient, Task> stage)
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
        Eventually.IsTrueAsync(() => faulty.Server.OpenConnections == connections, "unusable connections are closed");

    private sealed class WaitingProvider : IAwsCredentialsProvider
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
