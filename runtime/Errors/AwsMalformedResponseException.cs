using System;
using System.Net;

namespace DataZoneGen;

/// <summary>
/// The service's response cannot be read: its body is malformed, does not match the service's model, or is too long.
/// </summary>
/// <remarks>The service may have carried out the request.</remarks>
public class AwsMalformedResponseException : AwsException
{
    /// <summary>Initializes a new instance of the <see cref="AwsMalformedResponseException"/> class with a default message.</summary>
    public AwsMalformedResponseException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsMalformedResponseException"/> class with a message.</summary>
    /// <param name="message">What is wrong with the response, without any of its content.</param>
    public AwsMalformedResponseException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsMalformedResponseException"/> class with a message and a cause.</summary>
    /// <param name="message">What is wrong with the response, without any of its content.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public AwsMalformedResponseException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status code of the response.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The operation that was called.</summary>
    public string Operation { get; init; } = "";

    /// <summary>The position of the error in the body, in bytes from its start; -1 if the error is not in the body.</summary>
    public long BytePosition { get; init; } = -1;
}
