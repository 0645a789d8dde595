using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>What an answer means to a waiter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WaiterState
{
    /// <summary>Nothing: go on after a response, give up after an error.</summary>
    Unmatched,

    /// <summary>Not yet.</summary>
    Retry,

    /// <summary>It has happened.</summary>
    Success,

    /// <summary>It can no longer happen.</summary>
    Failure,
}
