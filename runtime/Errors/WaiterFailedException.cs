using System;

namespace DataZoneGen;

/// <summary>What was waited for can no longer happen: the service reported a failure.</summary>
public class WaiterFailedException : WaiterException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public WaiterFailedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public WaiterFailedException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public WaiterFailedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
