namespace DataZoneGen.Wire;

/// <summary>How an attempt failed.</summary>
/// <param name="Exception">What the caller is told if no other attempt follows.</param>
/// <param name="Cause">Why another attempt may do better.</param>
/// <param name="RetryAfter">When the service would like it, in its own words.</param>
internal readonly record struct Failure(AwsException Exception, RetryCause Cause, string? RetryAfter);
