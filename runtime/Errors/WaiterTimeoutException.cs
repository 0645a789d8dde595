using System;

namespace DataZoneGen;

/// <summary>Time was up before what was waited for happened. Nothing was cancelled at the service.</summary>
public class WaiterTimeoutException : WaiterException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public WaiterTimeoutException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What happened.</param>
    public WaiterTimeoutException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The cause.</param>
    public WaiterTimeoutException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
