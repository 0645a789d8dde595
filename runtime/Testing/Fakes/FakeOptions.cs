using System;
using System.Collections.Generic;

namespace DataZoneGen.Testing;

/// <summary>The options of a fake.</summary>
public sealed class FakeOptions
{
    /// <summary>
    /// The credentials that requests must be signed with. A request without a valid signature gets an error response, as from AWS. Default:
    /// <see langword="null"/>, which means that signatures are not verified.
    /// </summary>
    public IReadOnlyList<AwsCredentials>? Credentials { get; init; }

    /// <summary>
    /// Whether requests that do not match the model get an error response, as from the service, and no handler is called: a required member is missing, or
    /// a value is too long, out of range or does not match a pattern. Default: <see langword="false"/>.
    /// </summary>
    public bool ValidatesRequests { get; init; }

    /// <summary>
    /// The clock for delays and for the time of signatures. Clients that the fake creates use it, too. Default:
    /// <see cref="TimeProvider.System"/>.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
