using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>How an operation proves who calls it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AuthType
{
    /// <summary>By a signature of the request, Signature Version 4.</summary>
    SigV4,

    /// <summary>By a bearer token.</summary>
    Bearer,

    /// <summary>Not at all; no credentials are asked for.</summary>
    None,
}
