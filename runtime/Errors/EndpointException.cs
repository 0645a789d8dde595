using System;

namespace DataZoneGen;

/// <summary>No endpoint fits the client's settings.</summary>
public class EndpointException : AwsConfigurationException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public EndpointException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Why no endpoint fits.</param>
    public EndpointException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">Why no endpoint fits.</param>
    /// <param name="innerException">The cause.</param>
    public EndpointException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
