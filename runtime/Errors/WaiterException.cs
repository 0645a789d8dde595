using System;

namespace DataZoneGen;

/// <summary>A waiter ended without success.</summary>
public class WaiterException : AwsException
{
    /// <summary>Initializes a new instance of the <see cref="WaiterException"/> class with a default message.</summary>
    public WaiterException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WaiterException"/> class with a message.</summary>
    /// <param name="message">What happened.</param>
    public WaiterException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WaiterException"/> class with a message and a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public WaiterException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The name of the waiter.</summary>
    public string WaiterName { get; init; } = "";

    /// <summary>The last response of the polled operation; <see langword="null"/> if none was received.</summary>
    public object? LastResponse { get; init; }
}
