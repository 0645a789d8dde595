using System;

namespace DataZoneGen;

/// <summary>No answer came: the connection failed or time ran out.</summary>
/// <remarks>
/// The request may have reached the service all the same. Where a time limit of this client ran out,
/// <see cref="Exception.InnerException"/> is a <see cref="TimeoutException"/>.
/// </remarks>
public class AwsTransportException : AwsException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public AwsTransportException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong.</param>
    public AwsTransportException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What went wrong.</param>
    /// <param name="innerException">The cause.</param>
    public AwsTransportException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
