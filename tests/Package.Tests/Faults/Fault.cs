namespace DataZoneGen.Package.Tests.Faults;

/// <summary>Faults of a server.</summary>
internal enum Fault
{
    None,

    /// <summary>The server resets the connection after the request.</summary>
    ResetBeforeResponse,

    /// <summary>The server closes the connection normally, without a response.</summary>
    CloseBeforeResponse,

    /// <summary>The headers end within a line.</summary>
    TruncatedHeaders,

    /// <summary>The server resets the connection after half of the body.</summary>
    ResetInBody,

    /// <summary>The server sends nothing and keeps the connection open.</summary>
    StalledHeaders,

    /// <summary>The server sends half of the body and keeps the connection open.</summary>
    StalledBody,

    InternalServerError,

    BadGateway,

    ServiceUnavailable,

    GatewayTimeout,

    TooManyRequests,

    /// <summary>An error page of a proxy.</summary>
    HtmlErrorPage,

    /// <summary>A page with status 200, like that of a captive portal.</summary>
    HtmlInsteadOfJson,

    /// <summary>The content length is longer than the body.</summary>
    LengthTooLong,

    /// <summary>The content length is shorter than the body.</summary>
    LengthTooShort,

    /// <summary>A small body that decompresses to a huge one.</summary>
    GzipBomb,

    /// <summary>The response is not HTTP.</summary>
    NotHttp,
}
