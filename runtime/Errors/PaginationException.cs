using System;

namespace DataZoneGen;

/// <summary>The service's paging makes no progress: it gave the same token twice in a row.</summary>
public class PaginationException : AwsException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public PaginationException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">Which paging stopped; the token is not part of it.</param>
    public PaginationException(string? message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with its cause.</summary>
    /// <param name="message">Which paging stopped; the token is not part of it.</param>
    /// <param name="innerException">The cause.</param>
    public PaginationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
