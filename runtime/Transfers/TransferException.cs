using System;

namespace DataZoneGen;

/// <summary>
/// A transfer ended before it was complete: an upload whose parts are kept, so that it can be resumed, or a download of an object that changed meanwhile.
/// </summary>
/// <remarks>
/// <see cref="Exception.InnerException"/> is the reason. If the caller canceled an upload whose parts are kept, it is an
/// <see cref="OperationCanceledException"/>.
/// </remarks>
public class TransferException : AwsException
{
    /// <summary>Initializes a new instance of the <see cref="TransferException"/> class with a default message.</summary>
    public TransferException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TransferException"/> class with a message.</summary>
    /// <param name="message">Why the transfer ended.</param>
    public TransferException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="TransferException"/> class with a message and a cause.</summary>
    /// <param name="message">Why the transfer ended.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public TransferException(string? message, Exception? innerException)
        : base(message, innerException)
    {
        if (innerException is AwsException cause)
        {
            SetDelivery(cause.RequestId, cause.Attempts);
        }
    }

    /// <summary>The state of the upload, for <see cref="TransferOptions.ResumeFrom"/>; <see langword="null"/> for a download.</summary>
    public UploadState? UploadState { get; init; }
}
