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

    /// <summary>The longest time between two questions; unless set, four times the model's delay.</summary>
    public TimeSpan? MaxDelay { get; init; }

    /// <summary>Who is told of each response.</summary>
    public IProgress<TResponse>? Progress { get; init; }
}
