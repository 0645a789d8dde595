using System;
using System.Collections.Generic;
using LocalEndpoint.Signatures;

namespace LocalEndpoint;

/// <summary>Options of a <see cref="LocalDataZone"/>.</summary>
internal sealed record LocalDataZoneOptions
{
    /// <summary>The port on 127.0.0.1; 0 selects a free port.</summary>
    public int Port { get; init; }

    /// <summary>The Region that signatures must have.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The duration of a run, from the request to its end.</summary>
    public TimeSpan RunDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of runs, signatures and <c>Date</c> headers.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>The accepted credentials. Samples use the first.</summary>
    public IReadOnlyList<LocalCredentials> Credentials { get; init; } = [LocalCredentials.Default];
}
