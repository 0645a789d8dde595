using System;

namespace DataZoneGen;

/// <summary>A waiter failed: the awaited state can no longer be reached.</summary>
public class WaiterFailedException : WaiterException
{
    /// <summary>Initializes a new instance of the <see cref="WaiterFailedException"/> class with a default message.</summary>
    public WaiterFailedException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WaiterFailedException"/> class with a message.</summary>
    /// <param name="message">What happened.</param>
    public WaiterFailedException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WaiterFailedException"/> class with a message and a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public WaiterFailedException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
