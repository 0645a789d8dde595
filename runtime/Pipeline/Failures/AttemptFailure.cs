using System;

namespace DataZoneGen.Core;

/// <summary>How an attempt failed.</summary>
/// <param name="Exception">What the caller is told if no other attempt follows.</param>
/// <param name="Cause">Why another attempt may do better.</param>
/// <param name="RetryAfter">How long the service asks to wait before it, if it does.</param>
internal readonly record struct AttemptFailure(AwsException Exception, RetryReason Cause, TimeSpan? RetryAfter);
