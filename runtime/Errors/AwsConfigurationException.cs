using System;

namespace DataZoneGen;

/// <summary>The configuration of the client is incomplete or not valid: for example, no region is set, or settings contradict each other.</summary>
public class AwsConfigurationException : AwsException
{
    /// <summary>Initializes a new instance of the <see cref="AwsConfigurationException"/> class with a default message.</summary>
    public AwsConfigurationException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsConfigurationException"/> class with a message.</summary>
    /// <param name="message">What is missing or wrong, and what to set.</param>
    public AwsConfigurationException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsConfigurationException"/> class with a message and a cause.</summary>
    /// <param name="message">What is missing or wrong, and what to set.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public AwsConfigurationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
