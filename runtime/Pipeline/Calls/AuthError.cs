namespace DataZoneGen.Core;

/// <summary>What a service refused a request for that another attempt can mend.</summary>
internal enum AuthError
{
    /// <summary>Nothing of the kind.</summary>
    None,

    /// <summary>The date of its signature; the clock is corrected now.</summary>
    ClockSkew,

    /// <summary>Its credentials or its token, which have expired; their source has been told.</summary>
    Identity,
}
