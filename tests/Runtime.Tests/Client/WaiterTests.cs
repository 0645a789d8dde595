using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Client;

public class WaiterTests
{
    [Fact]
    public async Task Asks_until_it_has_happened()
    {
        var clock = new FakeClock(skipsWaits: true);

        var response = await Wait(clock, "new", "new", "unheard of", "done");

        Assert.Equal("done", response.Name);
        Assert.Equal([10, 20, 40], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_first_question_is_asked_at_once()
    {
        var clock = new FakeClock(skipsWaits: true);

        await Wait(clock, "done");

        Assert.Empty(clock.Waits);
    }

    [Fact]
    public async Task Delays_grow_to_four_times_the_models()
    {
        var clock = new FakeClock(skipsWaits: true);

        await Wait(clock, options => options with { Timeout = TimeSpan.FromHours(1) }, "new", "new", "new", "new", "new", "done");

        Assert.Equal([10, 20, 40, 40, 40], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Delays_are_random_between_the_shortest_and_the_grown_one()
    {
        var clock = new FakeClock(skipsWaits: true);

        await Wait(clock, options => options with { Jitter = 0.5 }, "new", "new", "new", "done");

        Assert.Equal([10, 15, 25], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Delays_can_be_set()
    {
        var clock = new FakeClock(skipsWaits: true);

        await Wait(clock, options => options with { Min = TimeSpan.FromSeconds(1), Max = TimeSpan.FromSeconds(3) }, "new", "new", "new", "new", "done");

        Assert.Equal([1, 2, 3, 3], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_longest_delay_below_the_models_is_the_shortest_too()
    {
        var clock = new FakeClock(skipsWaits: true);

        await Wait(clock, options => options with { Max = TimeSpan.FromSeconds(3) }, "new", "new", "done");

        Assert.Equal([3, 3], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task A_failure_is_told_with_the_last_response()
    {
        var exception = await Assert.ThrowsAsync<WaiterFailedException>(() => Wait(new FakeClock(skipsWaits: true), "new", "failed"));

        Assert.Equal(("ItemDone", 2, "failed"), (exception.WaiterName, exception.Attempts, Assert.IsType<GetItemResponse>(exception.LastResponse).Name));
    }

    [Fact]
    public async Task Time_that_is_up_is_told_with_the_last_response_after_one_last_question()
    {
        var clock = new FakeClock(skipsWaits: true);

        var exception = await Assert.ThrowsAsync<WaiterTimeoutException>(() => Wait(clock, options => options with { Timeout = TimeSpan.FromSeconds(25) }, "new"));

        Assert.Equal([10, 15], clock.Waits.Select(wait => wait.TotalSeconds));
        Assert.Equal((3, "new"), (exception.Attempts, Assert.IsType<GetItemResponse>(exception.LastResponse).Name));
    }

    [Fact]
    public async Task The_usual_time_is_the_models_delay_times_its_attempts()
    {
        var clock = new FakeClock(skipsWaits: true);

        await Assert.ThrowsAsync<WaiterTimeoutException>(() => Wait(clock, "new"));

        Assert.Equal(100, clock.Waits.Sum(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task Every_response_is_reported()
    {
        var reported = new Reports();

        await Wait(new FakeClock(skipsWaits: true), options => options with { Progress = reported }, "new", "done");

        Assert.Equal(["new", "done"], reported.Names);
    }

    [Fact]
    public async Task An_error_that_means_nothing_ends_the_wait()
        => await Assert.ThrowsAsync<TestException>(() => Wait(new FakeClock(skipsWaits: true), "new", "!Oops"));

    [Fact]
    public async Task An_error_can_mean_not_yet()
        => Assert.Equal("done", (await Wait(new FakeClock(skipsWaits: true), "!Later", "done")).Name);

    [Fact]
    public async Task An_error_can_mean_never()
        => Assert.IsType<TestException>((await Assert.ThrowsAsync<WaiterFailedException>(() => Wait(new FakeClock(skipsWaits: true), "!Never"))).InnerException);

    [Theory]
    [InlineData("!Gone", null)]
    [InlineData("new !Gone", "new")]
    public async Task An_error_can_mean_that_it_has_happened(string answers, string? last)
    {
        var options = new WaiterOptions<GetItemResponse> { TimeProvider = new FakeClock(skipsWaits: true) };

        Assert.Equal(last, (await new ItemDone().WaitOrDefaultAsync(new Answers(answers.Split(' ')).AskAsync, new("id"), options, default))?.Name);
    }

    [Fact]
    public async Task A_wait_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        var clock = new FakeClock();
        var wait = new ItemDone().WaitAsync(new Answers("new").AskAsync, new("id"), new() { TimeProvider = clock }, source.Token);
        Assert.Single(clock.Waits);

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(2, 1)]
    public async Task Delays_that_make_no_sense_are_refused(int min, int max)
        => await Assert.ThrowsAsync<ArgumentException>(() => Wait(
            new FakeClock(), options => options with { Min = TimeSpan.FromSeconds(min), Max = TimeSpan.FromSeconds(max) }, "new"));

    [Fact]
    public async Task A_longest_delay_of_the_model_counts()
    {
        var clock = new FakeClock(skipsWaits: true);
        var waiter = new ItemDone(TimeSpan.FromSeconds(10), 100, TimeSpan.FromSeconds(15));

        await waiter.WaitAsync(new Answers("new", "new", "new", "done").AskAsync, new("id"), new() { TimeProvider = clock, Jitter = () => 1 }, default);

        Assert.Equal([10, 15, 15], clock.Waits.Select(wait => wait.TotalSeconds));
    }

    [Fact]
    public async Task The_longest_delays_and_counts_of_a_model_are_no_trouble()
    {
        var clock = new FakeClock(skipsWaits: true);
        var waiter = new ItemDone(TimeSpan.FromSeconds(int.MaxValue), int.MaxValue);

        await waiter.WaitAsync(new Answers("new", "done").AskAsync, new("id"), new() { TimeProvider = clock }, default);

        Assert.Equal([1], clock.Waits.Select(wait => wait.TotalDays));
    }

    private static Task<GetItemResponse> Wait(FakeClock clock, params string[] answers) => Wait(clock, options => options, answers);

    private static Task<GetItemResponse> Wait(FakeClock clock, Func<Settings, Settings> configure, params string[] answers)
    {
        var settings = configure(new Settings());
        return new ItemDone().WaitAsync(new Answers(answers).AskAsync, new("id"), new WaiterOptions<GetItemResponse>
        {
            MinDelay = settings.Min,
            MaxDelay = settings.Max,
            Timeout = settings.Timeout,
            Progress = settings.Progress,
            TimeProvider = clock,
            Jitter = () => settings.Jitter,
        }, default);
    }

    private sealed record Settings
    {
        public TimeSpan? Min { get; init; }

        public TimeSpan? Max { get; init; }

        public TimeSpan? Timeout { get; init; }

        public double Jitter { get; init; } = 1;

        public Reports? Progress { get; init; }
    }

    private sealed class Reports : IProgress<GetItemResponse>
    {
        public List<string?> Names { get; } = [];

        public void Report(GetItemResponse value) => Names.Add(value.Name);
    }

    /// <summary>Responses with names, one after the other, the last again and again; a name with an exclamation mark is an error's.</summary>
    private sealed class Answers(params string[] names)
    {
        private int _count;

        public Task<GetItemResponse> AskAsync(GetItemRequest request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var name = names[Math.Min(_count++, names.Length - 1)];
            return name[0] == '!' ? throw new TestException("m") { ErrorCode = name[1..] } : Task.FromResult(new GetItemResponse { Name = name });
        }
    }

    private sealed class ItemDone(TimeSpan delay, int maxAttempts, TimeSpan? maxDelay = null)
        : Waiter<GetItemRequest, GetItemResponse>("ItemDone", delay, maxAttempts, maxDelay)
    {
        public ItemDone()
            : this(TimeSpan.FromSeconds(10), 10)
        {
        }

        protected internal override WaiterState OnResponse(GetItemResponse response) => response.Name switch
        {
            "done" => WaiterState.Success,
            "failed" => WaiterState.Failure,
            "new" => WaiterState.Retry,
            _ => WaiterState.Unmatched,
        };

        protected internal override WaiterState OnError(AwsServiceException error) => error.ErrorCode switch
        {
            "Gone" => WaiterState.Success,
            "Later" => WaiterState.Retry,
            "Never" => WaiterState.Failure,
            _ => WaiterState.Unmatched,
        };
    }
}
