namespace DataZoneGen;

/// <summary>Whether a client uses endpoints of the account, such as <c>123456789012.ddb.us-east-1.amazonaws.com</c>, for services that have them.</summary>
public enum AccountIdEndpointMode
{
    /// <summary>Endpoints of the account if the credentials have an account id and the settings allow it; otherwise, endpoints of the region.</summary>
    Preferred,

    /// <summary>Endpoints of the region.</summary>
    Disabled,

    /// <summary>Endpoints of the account. A call fails if the credentials have no account id, or if there is no such endpoint for the settings.</summary>
    Required,
}
