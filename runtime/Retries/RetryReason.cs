namespace DataZoneGen.Core;

/// <summary>Why a request may be sent again.</summary>
internal enum RetryReason
{
    /// <summary>It may not: the next attempt would end as this one did.</summary>
    None,

    /// <summary>Trouble that passes by itself: an overloaded server, a lost connection.</summary>
    Transient,

    /// <summary>No answer in time.</summary>
    Timeout,

    /// <summary>The service asks for fewer requests.</summary>
    Throttling,
}
