using System;
using System.Collections.Generic;
using LocalEndpoint.Signatures;

namespace LocalEndpoint;

/// <summary>How a <see cref="LocalDataZone"/> behaves.</summary>
internal sealed record LocalDataZoneOptions
{
    /// <summary>The port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The only Region that signatures may name.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>How long a started run takes, from the request to its end.</summary>
    public TimeSpan RunDuration { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The clock of runs, signatures and <c>Date</c> headers.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Whose requests are accepted. The first is the one shown to people.</summary>
    public IReadOnlyList<LocalCredentials> Credentials { get; init; } = [LocalCredentials.Default];
}
