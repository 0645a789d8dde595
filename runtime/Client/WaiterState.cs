using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>What a response or an error means to a waiter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WaiterState
{
    /// <summary>No acceptor matches: continue after a response, fail after an error.</summary>
    Unmatched,

    /// <summary>The state has not been reached yet: continue.</summary>
    Retry,

    /// <summary>The state has been reached.</summary>
    Success,

    /// <summary>The state can no longer be reached.</summary>
    Failure,
}
