using System;

namespace DataZoneGen;

/// <summary>No complete response was received: the connection failed or a timeout elapsed.</summary>
/// <remarks>
/// The request may nevertheless have reached the service. If a timeout of the client elapsed,
/// <see cref="Exception.InnerException"/> is a <see cref="TimeoutException"/>.
/// </remarks>
public class AwsTransportException : AwsException
{
    /// <summary>Initializes a new instance of the <see cref="AwsTransportException"/> class with a default message.</summary>
    public AwsTransportException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsTransportException"/> class with a message.</summary>
    /// <param name="message">What went wrong.</param>
    public AwsTransportException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsTransportException"/> class with a message and a cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public AwsTransportException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
