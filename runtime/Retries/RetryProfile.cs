using System;

namespace DataZoneGen.Core;

/// <summary>The constants of a version of the standard retry mode.</summary>
internal sealed record RetryProfile
{
    /// <summary>The capacity of the retry quota of a client.</summary>
    public const int QuotaCapacity = 500;

    /// <summary>The refund of a call that succeeds with the first attempt.</summary>
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

    /// <summary>The maximum number of attempts, unless the settings of the client have another.</summary>
    public int MaxAttempts { get; init; } = 3;

    public required int TransientCost { get; init; }

    public required int TimeoutCost { get; init; }

    public required int ThrottlingCost { get; init; }

    /// <summary>The maximum first delay, which doubles with each attempt.</summary>
    public required TimeSpan Base { get; init; }

    /// <summary>The maximum first delay after throttling.</summary>
    public required TimeSpan ThrottlingBase { get; init; }

    /// <summary>The maximum delay.</summary>
    public TimeSpan MaxBackoff { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Whether the delay that the service requests is used.</summary>
    public required bool HonorsRetryAfter { get; init; }

    public int GetCost(RetryReason reason) => reason switch
    {
        RetryReason.Throttling => ThrottlingCost,
        RetryReason.Timeout => TimeoutCost,
        _ => TransientCost,
    };
}
