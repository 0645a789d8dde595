using System;

namespace DataZoneGen;

/// <summary>Anything that went wrong in a call to AWS, other than the caller's own mistake or cancellation.</summary>
public class AwsException : Exception
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public AwsException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What went wrong; never holds a secret.</param>
    public AwsException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What went wrong; never holds a secret.</param>
    /// <param name="innerException">The cause.</param>
    public AwsException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
