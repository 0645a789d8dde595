using System;
using System.Threading;
using System.Threading.Channels;
using System.Threading.Tasks;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Credentials;

/// <summary>Credentials that come, or fail to come, when a test says so.</summary>
internal sealed class FakeSource(FakeClock clock)
{
    /// <summary>A wait that takes longer has failed; none depends on how fast the machine is.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private readonly Channel<Func<AwsCredentials>> _answers = Channel.CreateUnbounded<Func<AwsCredentials>>();
    private int _asked;
    private int _answered;
    private int _number;

    public int Fetches => Volatile.Read(ref _asked);

    public bool IsCancelled { get; private set; }

    public CachedCredentialsProvider Cached() => new(FetchAsync, timeProvider: clock);

    public void Answer(TimeSpan? lifetime) => Add(() => new AwsCredentials("AKID" + ++_number, "secret", "token", clock.GetUtcNow() + lifetime));

    public void Fail(Exception exception) => Add(() =>
    {
        _number++;
        throw exception;
    });

    public static Task<AwsCredentials> GetAsync(IAwsCredentialsProvider provider)
    {
        var call = provider.GetCredentialsAsync(default);
        return call.IsCompletedSuccessfully ? Task.FromResult(call.Result) : call.AsTask().WaitAsync(Limit);
    }

    public static async Task EventuallyAsync(Func<Task<bool>> condition)
    {
        using var limit = new CancellationTokenSource(Limit);
        while (!await condition())
        {
            await Task.Delay(1, limit.Token);
        }
    }

    public Task IsAskedAsync(int times) => EventuallyAsync(() => Task.FromResult(Fetches >= times));

    public Task IsAnsweredAsync(int times) => EventuallyAsync(() => Task.FromResult(Volatile.Read(ref _answered) >= times));

    private void Add(Func<AwsCredentials> answer) => Assert.True(_answers.Writer.TryWrite(answer));

    private async ValueTask<AwsCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        try
        {
            return (await _answers.Reader.ReadAsync(cancellationToken))();
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            IsCancelled = true;
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _answered);
        }
    }
}
