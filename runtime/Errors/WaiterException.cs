using System;

namespace DataZoneGen;

/// <summary>A wait ended without what was waited for.</summary>
public class WaiterException : AwsException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public WaiterException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public WaiterException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public WaiterException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The name of the waiter.</summary>
    public string WaiterName { get; init; } = "";

    /// <summary>The last response of the operation that was polled; <see langword="null"/> when none came.</summary>
    public object? LastResponse { get; init; }
}
