using System;

namespace DataZoneGen.Core;

/// <summary>The numbers of a version of the standard retry mode.</summary>
internal sealed record RetryProfile
{
    /// <summary>What a client may spend on retries before successes give it back.</summary>
    public const int QuotaCapacity = 500;

    /// <summary>What a call gives back that succeeds at the first attempt.</summary>
    public const int FirstAttemptRefund = 1;

    /// <summary>Version 2.1.</summary>
    public static readonly RetryProfile Standard = new()
    {
        TransientCost = 14,
        TimeoutCost = 14,
        ThrottlingCost = 5,
        Base = TimeSpan.FromMilliseconds(50),
        ThrottlingBase = TimeSpan.FromSeconds(1),
        HonorsRetryAfter = true,
    };

    /// <summary>Version 2.0.</summary>
    public static readonly RetryProfile StandardUntil2026 = new()
    {
        TransientCost = 5,
        TimeoutCost = 10,
        ThrottlingCost = 5,
        Base = TimeSpan.FromSeconds(1),
        ThrottlingBase = TimeSpan.FromSeconds(1),
        HonorsRetryAfter = false,
    };

    /// <summary>How many times a request is sent at most, unless the client's settings say.</summary>
    public int MaxAttempts { get; init; } = 3;

    public required int TransientCost { get; init; }

    public required int TimeoutCost { get; init; }

    public required int ThrottlingCost { get; init; }

    /// <summary>The longest first wait, which doubles with each attempt.</summary>
    public required TimeSpan Base { get; init; }

    /// <summary>The same after throttling.</summary>
    public required TimeSpan ThrottlingBase { get; init; }

    /// <summary>The longest wait.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether it counts how long the service asks to wait.</summary>
    public required bool HonorsRetryAfter { get; init; }

    public int Cost(RetryReason cause) => cause switch
    {
        RetryReason.Throttling => ThrottlingCost,
        RetryReason.Timeout => TimeoutCost,
        _ => TransientCost,
    };
}
