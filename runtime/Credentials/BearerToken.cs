using System;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>A bearer token and its expiration time. This is not a record, because ToString of a record would show the token.</summary>
/// <param name="text">The token.</param>
/// <param name="expiration">The time when the token expires; <see langword="null"/> if it does not expire or the time is not known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BearerToken(string text, DateTimeOffset? expiration)
{
    /// <summary>The token.</summary>
    public string Text { get; } = text;

    /// <summary>The time when the token expires; <see langword="null"/> if it does not expire or the time is not known.</summary>
    public DateTimeOffset? Expiration { get; } = expiration;
}
