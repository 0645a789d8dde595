using System;

namespace DataZoneGen;

/// <summary>
/// The options of a <c>WaitUntil…Async</c> method: its timeout, the delays between calls, and progress reports. Defaults come from the waiter in the
/// service's model.
/// </summary>
/// <remarks>
/// The first call is made immediately. Delays between calls are random, between <see cref="MinDelay"/> and a limit that doubles up to
/// <see cref="MaxDelay"/>. Retries of failed calls are not counted here. A wait throws <see cref="ArgumentException"/> if a delay is not positive,
/// if <see cref="MaxDelay"/> is less than <see cref="MinDelay"/>, or if the timeout is negative.
/// </remarks>
/// <typeparam name="TResponse">The type of the operation's response.</typeparam>
public class WaiterOptions<TResponse>
{
    /// <summary>
    /// The maximum duration of the wait, after which it throws <see cref="WaiterTimeoutException"/>. Default: the delay of the waiter times its number
    /// of attempts. A call that is running when the timeout elapses is not canceled; the timeout of the client limits it.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The minimum delay between two calls. Default: the delay of the waiter.</summary>
    public TimeSpan? MinDelay { get; init; }

    /// <summary>The maximum delay between two calls. Default: the maximum delay of the waiter, usually four times its delay.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Receives each response before it is evaluated. Errors of the service are not reported.</summary>
    public IProgress<TResponse>? Progress { get; init; }

    /// <summary>The clock, which tests can replace; <see langword="null"/> for the system clock.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>Returns random numbers from 0 to 1 for the delays.</summary>
    internal Func<double>? Jitter { get; init; }
}
