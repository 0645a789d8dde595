using System;

namespace DataZoneGen;

/// <summary>No endpoint matches the settings of the client.</summary>
public class EndpointException : AwsConfigurationException
{
    /// <summary>Initializes a new instance of the <see cref="EndpointException"/> class with a default message.</summary>
    public EndpointException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="EndpointException"/> class with a message.</summary>
    /// <param name="message">Why no endpoint matches.</param>
    public EndpointException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="EndpointException"/> class with a message and a cause.</summary>
    /// <param name="message">Why no endpoint matches.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public EndpointException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
