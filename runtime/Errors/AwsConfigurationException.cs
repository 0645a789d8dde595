using System;

namespace DataZoneGen;

/// <summary>The client cannot call as it is configured: no region, say, or settings that contradict each other.</summary>
public class AwsConfigurationException : AwsException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public AwsConfigurationException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is missing or wrong, and what to set.</param>
    public AwsConfigurationException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What is missing or wrong, and what to set.</param>
    /// <param name="innerException">The cause.</param>
    public AwsConfigurationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
