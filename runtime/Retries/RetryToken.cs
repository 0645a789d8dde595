using System;

namespace DataZoneGen.Core;

/// <summary>The permission to send a request, with its delay and costs.</summary>
/// <param name="IsGranted">Whether the request may be sent. If not, there may still be a delay before the call fails.</param>
/// <param name="Delay">The delay before the request.</param>
/// <param name="Cost">The amount that was taken from the retry quota.</param>
/// <param name="Tokens">The number of tokens that were taken from the rate limiter.</param>
internal readonly record struct RetryToken(bool IsGranted, TimeSpan Delay = default, int Cost = 0, int Tokens = 0);
