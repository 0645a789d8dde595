using System;

namespace DataZoneGen;

/// <summary>How a role is assumed.</summary>
public sealed record AssumeRoleOptions
{
    /// <summary>The name of the session, which logs of AWS show. Without it: one with the time.</summary>
    public string? SessionName { get; init; }

    /// <summary>The id that the role's owner asks of those who are not of the owner's account.</summary>
    public string? ExternalId { get; init; }

    /// <summary>A policy, in JSON, that allows the session less than the role does.</summary>
    public string? Policy { get; init; }

    /// <summary>How long credentials are valid, from 15 minutes to the role's limit. Without it: one hour.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The region of STS. Without it: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then <c>us-east-1</c>.</summary>
    public string? Region { get; init; }
}
