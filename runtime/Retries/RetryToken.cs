using System;

namespace DataZoneGen.Core;

/// <summary>Whether a request may be sent, and when.</summary>
/// <param name="IsGranted">Whether it may. If not, there may still be a wait before the call ends.</param>
/// <param name="Delay">How long to wait first.</param>
/// <param name="Cost">What was taken from the quota of retries.</param>
/// <param name="Tokens">What was taken from the limiter of the rate.</param>
internal readonly record struct RetryToken(bool IsGranted, TimeSpan Delay = default, int Cost = 0, int Tokens = 0);
