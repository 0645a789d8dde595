using System;
using System.Net;

namespace DataZoneGen;

/// <summary>
/// The service responded, but the response cannot be read: its body is not JSON, is not of the type that the service's model promises, or is too long.
/// </summary>
/// <remarks>The service may have done what it was asked to do.</remarks>
public class AwsMalformedResponseException : AwsException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public AwsMalformedResponseException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong with the answer; holds none of its content.</param>
    public AwsMalformedResponseException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">What is wrong with the answer; holds none of its content.</param>
    /// <param name="innerException">The cause.</param>
    public AwsMalformedResponseException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; init; }

    /// <summary>The operation that was called.</summary>
    public string Operation { get; init; } = "";

    /// <summary>Where in the body the trouble is, in bytes from its start; -1 when it is not in the body.</summary>
    public long BytePosition { get; init; } = -1;
}
