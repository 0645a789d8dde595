using System;

namespace DataZoneGen;

/// <summary>A waiter timed out. The operation of the service that it waited for continues.</summary>
public class WaiterTimeoutException : WaiterException
{
    /// <summary>Initializes a new instance of the <see cref="WaiterTimeoutException"/> class with a default message.</summary>
    public WaiterTimeoutException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WaiterTimeoutException"/> class with a message.</summary>
    /// <param name="message">What happened.</param>
    public WaiterTimeoutException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="WaiterTimeoutException"/> class with a message and a cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public WaiterTimeoutException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
