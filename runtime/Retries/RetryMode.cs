namespace DataZoneGen;

/// <summary>How a client sends a request again that failed in a way that may pass.</summary>
public enum RetryMode
{
    /// <summary>AWS's standard mode, version 2.1: short waits after transient errors, long ones after throttling.</summary>
    Standard,

    /// <summary>AWS's standard mode as it was until 2026, version 2.0: waits of up to 1, 2, 4 seconds and so on.</summary>
    StandardUntil2026,
}
