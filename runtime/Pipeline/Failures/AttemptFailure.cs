using System;

namespace DataZoneGen.Core;

/// <summary>The failure of an attempt.</summary>
/// <param name="Exception">The exception for the caller if no retry follows.</param>
/// <param name="Reason">Why a retry may succeed.</param>
/// <param name="RetryAfter">The delay before the next attempt that the service requested, if any.</param>
internal readonly record struct AttemptFailure(AwsException Exception, RetryReason Reason, TimeSpan? RetryAfter);
