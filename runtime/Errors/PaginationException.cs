using System;

namespace DataZoneGen;

/// <summary>Pagination made no progress: the service returned the same token twice in a row.</summary>
public class PaginationException : AwsException
{
    /// <summary>Initializes a new instance of the <see cref="PaginationException"/> class with a default message.</summary>
    public PaginationException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PaginationException"/> class with a message.</summary>
    /// <param name="message">Which pagination stopped, without the token.</param>
    public PaginationException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="PaginationException"/> class with a message and a cause.</summary>
    /// <param name="message">Which pagination stopped, without the token.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public PaginationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
