using System;

namespace DataZoneGen;

/// <summary>No credentials were found, or a source of credentials failed.</summary>
public class AwsCredentialsException : AwsException
{
    /// <summary>The message if no source has credentials.</summary>
    internal const string NotFoundMessage =
        "No credentials were found. Set options.Credentials, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or a profile that has credentials.";

    /// <summary>Initializes a new instance of the <see cref="AwsCredentialsException"/> class with a default message.</summary>
    public AwsCredentialsException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsCredentialsException"/> class with a message.</summary>
    /// <param name="message">What is missing or failed, and what to set.</param>
    public AwsCredentialsException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsCredentialsException"/> class with a message and a cause.</summary>
    /// <param name="message">What is missing or failed, and what to set.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public AwsCredentialsException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
