using System;

namespace DataZoneGen.Testing;

/// <summary>The calls of a fake are not those that a test expects.</summary>
public sealed class FakeVerificationException : Exception
{
    /// <summary>Initializes a new instance of the <see cref="FakeVerificationException"/> class with a default message.</summary>
    public FakeVerificationException()
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FakeVerificationException"/> class with a message.</summary>
    /// <param name="message">The expectation, and the calls that the fake received.</param>
    public FakeVerificationException(string? message)
        : base(message)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="FakeVerificationException"/> class with a message and a cause.</summary>
    /// <param name="message">The expectation, and the calls that the fake received.</param>
    /// <param name="innerException">The exception that caused this one; <see langword="null"/> if there is none.</param>
    public FakeVerificationException(string? message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
