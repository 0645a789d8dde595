namespace DataZoneGen.Testing.Core;

/// <summary>Why a service refuses a request. Each protocol has its own error codes for these reasons.</summary>
internal enum FakeRefusal
{
    /// <summary>The body, a header, a label or a parameter cannot be read.</summary>
    Malformed,

    /// <summary>No operation has this method, path, target or action.</summary>
    UnknownOperation,

    /// <summary>The request does not satisfy the constraints of the model.</summary>
    Validation,

    /// <summary>There are too many requests.</summary>
    Throttling,

    /// <summary>The request has no signature.</summary>
    MissingSignature,

    /// <summary>The access key id or the session token is unknown.</summary>
    UnknownCredentials,

    /// <summary>The signature does not match.</summary>
    WrongSignature,

    /// <summary>A presigned URL has expired.</summary>
    Expired,

    /// <summary>The signature is too old, or its time is in the future.</summary>
    ClockSkew,
}
