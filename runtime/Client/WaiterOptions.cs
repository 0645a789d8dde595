using System;

namespace DataZoneGen;

/// <summary>How long, and how often, to ask while waiting.</summary>
/// <typeparam name="TResponse">What the service answers.</typeparam>
public class WaiterOptions<TResponse>
{
    /// <summary>The longest wait; unless set, as long as the waiter's model has it.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>The shortest time between two questions; unless set, the model's delay.</summary>
    public TimeSpan? MinDelay { get; init; }

    /// <summary>The longest time between two questions; unless set, the model's, which mostly is four times the shortest.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Who is told of each response.</summary>
    public IProgress<TResponse>? Progress { get; init; }

    /// <summary>The clock; <see langword="null"/> for the system's.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>Where randomness comes from: a number from 0 to 1.</summary>
    internal Func<double>? Jitter { get; init; }
}
