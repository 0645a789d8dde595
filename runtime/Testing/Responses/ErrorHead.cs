namespace DataZoneGen.Testing.Core;

/// <summary>What all errors have.</summary>
/// <param name="Code">The error code.</param>
/// <param name="StatusCode">The HTTP status code.</param>
/// <param name="QueryCode">The error code in the AWS query protocol; <see langword="null"/> for most services.</param>
/// <param name="MessageName">The wire name of the message; <see langword="null"/> for that of the protocol.</param>
/// <param name="Message">The message; <see langword="null"/> if there is none.</param>
internal readonly record struct ErrorHead(string Code, int StatusCode, string? QueryCode, string? MessageName, string? Message)
{
    /// <summary>Whether the caller caused the error.</summary>
    public bool IsSenderFault => StatusCode < 500;
}
