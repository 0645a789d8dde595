using System;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;

namespace DataZoneGen.Core;

/// <summary>When a waiter calls its operation: immediately, then after growing random delays, until the timeout elapses.</summary>
internal readonly record struct WaiterSchedule(TimeSpan MinDelay, TimeSpan MaxDelay, TimeSpan Timeout, TimeProvider TimeProvider, Func<double> Jitter)
{
    // Timers have a limit of some 49 days. A longer delay is cut to one day, at the cost of an additional call.
    private static readonly TimeSpan MaxTimerDelay = TimeSpan.FromDays(1);

    public static WaiterSchedule Create<TRequest, TResponse>(Waiter<TRequest, TResponse> waiter, WaiterOptions<TResponse>? options)
        where TRequest : class
        where TResponse : AwsResponse
    {
        var minDelay = options?.MinDelay ?? (options?.MaxDelay < waiter.Delay ? options.MaxDelay.Value : waiter.Delay);
        var maxDelay = options?.MaxDelay ?? (minDelay > waiter.MaxDelay ? minDelay : waiter.MaxDelay);
        var timeout = options?.Timeout ?? Multiply(waiter.Delay, waiter.MaxAttempts);
        if (minDelay <= TimeSpan.Zero || maxDelay < minDelay || timeout < TimeSpan.Zero)
        {
            throw new ArgumentException(
                "MinDelay must be positive, MaxDelay must not be less than MinDelay, and Timeout must not be negative.", nameof(options));
        }

        var timeProvider = options?.TimeProvider ?? TimeProvider.System;
        return new WaiterSchedule(minDelay, maxDelay, timeout, timeProvider, options?.Jitter ?? Random.Shared.NextDouble);
    }

    public long Start() => TimeProvider.GetTimestamp();

    /// <summary>Waits until the next call is due.</summary>
    /// <returns><see langword="true"/> if there is another call; <see langword="false"/> if the timeout elapsed.</returns>
    public async Task<bool> DelayAsync(long start, int attempt, CancellationToken cancellationToken)
    {
        var remaining = Timeout - TimeProvider.GetElapsedTime(start);
        if (remaining <= TimeSpan.Zero)
        {
            return false;
        }

        var max = Math.Min(MaxDelay.Ticks, MinDelay.Ticks * Math.Pow(2, attempt - 1));
        var ticks = Math.Min(MinDelay.Ticks + (Jitter() * (max - MinDelay.Ticks)), MaxTimerDelay.Ticks);
        var delay = TimeSpan.FromTicks((long)ticks);
        await Task.Delay(delay < remaining ? delay : remaining, TimeProvider, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static TimeSpan Multiply(TimeSpan delay, int count) => delay > TimeSpan.MaxValue / count ? TimeSpan.MaxValue : delay * count;
}
