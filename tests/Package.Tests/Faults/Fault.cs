namespace DataZoneGen.Package.Tests.Faults;

/// <summary>What a server may do in place of answering as it should.</summary>
internal enum Fault
{
    None,

    /// <summary>The connection is reset once the request has come.</summary>
    ResetBeforeAnswer,

    /// <summary>The connection is closed in good order, without an answer.</summary>
    CloseBeforeAnswer,

    /// <summary>The headers break off within a line.</summary>
    HalfWrittenHeaders,

    /// <summary>The connection is reset when half of the body has been sent.</summary>
    ResetInBody,

    /// <summary>Nothing comes, and the connection stays open.</summary>
    StalledHeaders,

    /// <summary>Half of the body comes, and then nothing.</summary>
    StalledBody,

    InternalServerError,

    BadGateway,

    ServiceUnavailable,

    GatewayTimeout,

    TooManyRequests,

    /// <summary>A proxy's error page.</summary>
    HtmlErrorPage,

    /// <summary>A page with status 200, as of a captive portal.</summary>
    HtmlInPlaceOfJson,

    /// <summary>More is announced than comes.</summary>
    LengthTooLong,

    /// <summary>Less is announced than comes.</summary>
    LengthTooShort,

    /// <summary>A small body that inflates to a huge one.</summary>
    GzipBomb,

    /// <summary>What comes is not HTTP.</summary>
    NotHttp,
}
