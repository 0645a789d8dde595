using System.ComponentModel;

namespace DataZoneGen;

/// <summary>Whether a service's model declares an error as retryable.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ModeledRetry
{
    /// <summary>The model does not declare the error as retryable.</summary>
    None,

    /// <summary>The error is transient: a retry may succeed.</summary>
    Transient,

    /// <summary>The service throttled the request: a later retry may succeed.</summary>
    Throttling,
}
