namespace DataZoneGen.Core;

/// <summary>The errors of authentication and addresses that another attempt can fix.</summary>
internal enum AuthError
{
    /// <summary>No such error.</summary>
    None,

    /// <summary>Clock skew. The offset of the clock has been corrected.</summary>
    ClockSkew,

    /// <summary>Expired credentials or an expired token, which have been invalidated at their source.</summary>
    Identity,

    /// <summary>A bucket in another region, to which the next attempt is sent.</summary>
    Region,
}
