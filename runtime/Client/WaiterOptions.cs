using System;

namespace DataZoneGen;

/// <summary>
/// How long a <c>WaitUntil…Async</c> method waits, how often it calls the operation, and who is told of each response. What is not set comes from
/// the waiter of the service's model.
/// </summary>
/// <remarks>
/// The first call is made at once. Delays between calls are random, between <see cref="MinDelay"/> and a limit that doubles up to
/// <see cref="MaxDelay"/>. Retries of a call that fails are the client's and not counted here. A wait throws <see cref="ArgumentException"/> if
/// a delay is not positive, the longest delay is shorter than the shortest, or the timeout is negative.
/// </remarks>
/// <typeparam name="TResponse">The response of the operation.</typeparam>
public class WaiterOptions<TResponse>
{
    /// <summary>
    /// The longest wait, after which <see cref="WaiterTimeoutException"/> is thrown; what is waited for goes on. Unless set, the waiter's
    /// delay times its number of attempts. A call that is under way when the time is up is not interrupted: the client's own time limit bounds it.
    /// </summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The shortest delay between two calls; unless set, the waiter's delay.</summary>
    public TimeSpan? MinDelay { get; init; }

    /// <summary>The longest delay between two calls; unless set, the waiter's, which mostly is four times its delay.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Is told of each response, before it is looked at. Errors of the service are not reported.</summary>
    public IProgress<TResponse>? Progress { get; init; }

    /// <summary>The clock, which tests can replace; <see langword="null"/> for the system's.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>Where randomness comes from: a number from 0 to 1.</summary>
    internal Func<double>? Jitter { get; init; }
}
