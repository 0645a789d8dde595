namespace DataZoneGen;

/// <summary>How a client sends a request again that failed in a way that may pass.</summary>
public enum RetryMode
{
    /// <summary>AWS's standard mode, version 2.1: short waits after transient errors, long ones after throttling.</summary>
    Standard,

    /// <summary>AWS's standard mode as it was until 2026, version 2.0: waits of up to 1, 2, 4 seconds and so on.</summary>
    StandardUntil2026,

    /// <summary>
    /// The standard mode, version 2.1, and a limit on the client's rate besides: once the service throttles, all calls of the client wait their
    /// turn at a rate that falls with throttling and rises with success. For clients that use one resource; calls that have nothing to do with the
    /// throttled one wait as well.
    /// </summary>
    Adaptive,
}
