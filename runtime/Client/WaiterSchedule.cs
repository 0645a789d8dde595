using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>When a waiter asks: at once, then after delays that grow and are random, until time is up.</summary>
internal readonly record struct WaiterSchedule(TimeSpan MinDelay, TimeSpan MaxDelay, TimeSpan Timeout, TimeProvider TimeProvider, Func<double> Jitter)
{
    // A timer takes no longer wait at once, and whoever waits longer may as well ask in between.
    private static readonly TimeSpan MaxTimerDelay = TimeSpan.FromDays(1);

    public static WaiterSchedule Create<TRequest, TResponse>(Waiter<TRequest, TResponse> waiter, WaiterOptions<TResponse>? options)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var minDelay = options?.MinDelay ?? (options?.MaxDelay < waiter.Delay ? options.MaxDelay.Value : waiter.Delay);
        var maxDelay = options?.MaxDelay ?? (minDelay > waiter.MaxDelay ? minDelay : waiter.MaxDelay);
        var timeout = options?.Timeout ?? Times(waiter.Delay, waiter.MaxAttempts);
        if (minDelay <= TimeSpan.Zero || maxDelay < minDelay || timeout < TimeSpan.Zero)
        {
            throw new ArgumentException(
                "Delays must be positive, the longest no shorter than the shortest, and the timeout not negative.", nameof(options));
        }

        var timeProvider = options?.TimeProvider ?? TimeProvider.System;
        return new WaiterSchedule(minDelay, maxDelay, timeout, timeProvider, options?.Jitter ?? Random.Shared.NextDouble);
    }

    public long Start() => TimeProvider.GetTimestamp();

    /// <summary>Waits for the next question.</summary>
    /// <returns>Whether there is one; if not, time is up.</returns>
    public async Task<bool> DelayAsync(long start, int attempt, CancellationToken cancellationToken)
    {
        var remaining = Timeout - TimeProvider.GetElapsedTime(start);
        if (remaining <= TimeSpan.Zero)
        {
            return false;
        }

        var longest = Math.Min(MaxDelay.Ticks, MinDelay.Ticks * Math.Pow(2, attempt - 1));
        var ticks = Math.Min(MinDelay.Ticks + (Jitter() * (longest - MinDelay.Ticks)), MaxTimerDelay.Ticks);
        var delay = TimeSpan.FromTicks((long)ticks);
        await Task.Delay(delay < remaining ? delay : remaining, TimeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static TimeSpan Times(TimeSpan delay, int count) => delay > TimeSpan.MaxValue / count ? TimeSpan.MaxValue : delay * count;
}
