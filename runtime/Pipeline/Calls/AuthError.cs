namespace DataZoneGen.Core;

/// <summary>The authentication errors that another attempt can fix.</summary>
internal enum AuthError
{
    /// <summary>No such error.</summary>
    None,

    /// <summary>Clock skew. The offset of the clock has been corrected.</summary>
    ClockSkew,

    /// <summary>Expired credentials or an expired token, which have been invalidated at their source.</summary>
    Identity,
}
