using System;

namespace DataZoneGen;

/// <summary>
/// Data does not match the checksum that the service sent with it: the body of a response, or a message that the service received or returned.
/// </summary>
/// <remarks>The service has carried out the request, unless the exception is about the body of an error response.</remarks>
public class AwsChecksumException : AwsMalformedResponseException
{
    /// <summary>Initializes a new instance of the <see cref="AwsChecksumException"/> class with a default message.</summary>
    public AwsChecksumException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsChecksumException"/> class with a message.</summary>
    /// <param name="message">Which data does not match its checksum, without any of the data.</param>
    public AwsChecksumException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsChecksumException"/> class with a message and a cause.</summary>
    /// <param name="message">Which data does not match its checksum, without any of the data.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public AwsChecksumException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
