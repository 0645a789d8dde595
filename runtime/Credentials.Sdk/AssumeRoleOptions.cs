using System;

namespace DataZoneGen;

/// <summary>The options to assume a role.</summary>
public sealed record AssumeRoleOptions
{
    /// <summary>The session name, which logs of AWS show. Default: a name with the current time.</summary>
    public string? SessionName { get; init; }

    /// <summary>The external id that the trust policy of the role requires, if any.</summary>
    public string? ExternalId { get; init; }

    /// <summary>A session policy in JSON, which limits the permissions of the role.</summary>
    public string? Policy { get; init; }

    /// <summary>The lifetime of the credentials, from 15 minutes to the limit of the role. Default: one hour.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>The region of STS. Default: <c>AWS_REGION</c>, then <c>AWS_DEFAULT_REGION</c>, then <c>us-east-1</c>.</summary>
    public string? Region { get; init; }
}
