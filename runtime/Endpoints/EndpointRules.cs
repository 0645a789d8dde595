using System;
using System.ComponentModel;

namespace DataZoneGen.Wire;

/// <summary>The functions that a service's endpoint rules, compiled to C#, call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointRules
{
    /// <summary>Whether a text can stand in a host name: 1 to 63 letters, digits and hyphens, not beginning with a hyphen.</summary>
    /// <param name="value">The text.</param>
    /// <param name="allowDots">Whether several labels, separated by dots, are allowed.</param>
    /// <returns>Whether every label is valid.</returns>
    public static bool IsValidHostLabel(string value, bool allowDots)
    {
        ArgumentNullException.ThrowIfNull(value);
        return HostName.IsValidLabel(value, allowDots);
    }

    /// <summary>The exception for settings to which the rules know no endpoint.</summary>
    /// <param name="message">What the rules say about it.</param>
    /// <returns>The exception, to be thrown by the caller.</returns>
    public static EndpointException Error(string message) => new(message);
}
