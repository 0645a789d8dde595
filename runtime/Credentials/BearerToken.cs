using System;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>A bearer token and its time of expiry. No record: its text would have the token.</summary>
/// <param name="text">The token.</param>
/// <param name="expiration">When it expires; <see langword="null"/> when it does not or it is not known.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BearerToken(string text, DateTimeOffset? expiration)
{
    /// <summary>The token.</summary>
    public string Text { get; } = text;

    /// <summary>When it expires; <see langword="null"/> when it does not or it is not known.</summary>
    public DateTimeOffset? Expiration { get; } = expiration;
}
