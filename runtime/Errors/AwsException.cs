using System;

namespace DataZoneGen;

/// <summary>Anything that went wrong in a call to AWS, other than the caller's own mistake or cancellation.</summary>
public class AwsException : Exception
{
    private string? _requestId;
    private int _attempts;

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

    /// <summary>
    /// The service's id of the request, to quote to AWS Support; <see langword="null"/> when no answer came that had one. Of several attempts it is
    /// the latest that counts.
    /// </summary>
    public string? RequestId
    {
        get => _requestId;
        init => _requestId = value;
    }

    /// <summary>How many times the request was sent, or begun to be sent. After a wait: how many times the service was asked.</summary>
    public int Attempts
    {
        get => _attempts;
        init => _attempts = value;
    }

    private protected void SetDelivery(string? requestId, int attempts) => (_requestId, _attempts) = (requestId, attempts);
}
