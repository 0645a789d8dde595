using System;

namespace DataZoneGen;

/// <summary>The base class of the exceptions of calls to AWS, other than argument errors and cancellation.</summary>
public class AwsException : Exception
{
    private string? _requestId;
    private int _attempts;

    /// <summary>Initializes a new instance of the <see cref="AwsException"/> class with a default message.</summary>
    public AwsException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsException"/> class with a message.</summary>
    /// <param name="message">What went wrong, without secrets.</param>
    public AwsException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="AwsException"/> class with a message and a cause.</summary>
    /// <param name="message">What went wrong, without secrets.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public AwsException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>
    /// The request id that the service assigned, for AWS Support; <see langword="null"/> if no response had one. After several attempts, the id of the
    /// latest response that had one.
    /// </summary>
    public string? RequestId
    {
        get => _requestId;
        init => _requestId = value;
    }

    /// <summary>The number of attempts to send the request. For a waiter: the number of calls.</summary>
    public int Attempts
    {
        get => _attempts;
        init => _attempts = value;
    }

    private protected void SetDelivery(string? requestId, int attempts) => (_requestId, _attempts) = (requestId, attempts);
}
