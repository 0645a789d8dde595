using System.ComponentModel;

namespace DataZoneGen;

/// <summary>What a service's model says of an error: whether the same request may succeed later.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ModeledRetry
{
    /// <summary>The model does not call the error retryable.</summary>
    None,

    /// <summary>The same request may succeed when it is sent again.</summary>
    Transient,

    /// <summary>The service asks for fewer requests; sent again later, the request may succeed.</summary>
    Throttling,
}
