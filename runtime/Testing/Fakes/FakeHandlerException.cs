using System;

namespace DataZoneGen.Testing;

/// <summary>No handler of a fake can respond to a request, or the handler itself failed in a way that a client would take for a problem of the network.</summary>
public sealed class FakeHandlerException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="FakeHandlerException"/> class with a default message.</summary>
    public FakeHandlerException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FakeHandlerException"/> class with a message.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    public FakeHandlerException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FakeHandlerException"/> class with a message and a cause.</summary>
    /// <param name="message">What is wrong, and what to do.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public FakeHandlerException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
