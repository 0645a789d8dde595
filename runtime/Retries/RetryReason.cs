namespace DataZoneGen.Core;

/// <summary>The reason for a retry.</summary>
internal enum RetryReason
{
    /// <summary>No retry: it would fail in the same way.</summary>
    None,

    /// <summary>A transient error, such as an overloaded server or a lost connection.</summary>
    Transient,

    /// <summary>No response in time.</summary>
    Timeout,

    /// <summary>The service throttled the request.</summary>
    Throttling,
}
