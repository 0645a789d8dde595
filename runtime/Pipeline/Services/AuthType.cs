using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The authentication type of an operation.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum AuthType
{
    /// <summary>Signature Version 4.</summary>
    SigV4,

    /// <summary>A bearer token.</summary>
    Bearer,

    /// <summary>No authentication. No credentials are needed.</summary>
    None,
}
