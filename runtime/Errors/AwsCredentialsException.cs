using System;

namespace DataZoneGen;

/// <summary>No credentials were found, or the source that has them failed.</summary>
public class AwsCredentialsException : AwsException
{
    /// <summary>The message when no source has credentials.</summary>
    internal const string NotFoundMessage =
        "No credentials: set options.Credentials, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile that has some.";

    /// <summary>Makes an exception without a message of its own.</summary>
    public AwsCredentialsException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What to set.</param>
    public AwsCredentialsException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What to set.</param>
    /// <param name="innerException">The cause.</param>
    public AwsCredentialsException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
