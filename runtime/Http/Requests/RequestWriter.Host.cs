using System;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>What goes before the endpoint's host, for the few operations that have hosts of their own.</content>
public sealed partial class RequestWriter
{
    private string? _hostPrefix;

    /// <summary>What goes before the host; <see langword="null"/> for most operations.</summary>
    internal string? HostPrefixText => _hostPrefix;

    /// <summary>Puts constant text before the endpoint's host.</summary>
    /// <param name="literal">The text, dots included.</param>
    /// <returns>This writer.</returns>
    public RequestWriter HostPrefix(ReadOnlySpan<byte> literal)
    {
        _hostPrefix += Encoding.ASCII.GetString(literal);
        return this;
    }

    /// <summary>Puts a member's value before the endpoint's host.</summary>
    /// <param name="member">The member's name, for messages.</param>
    /// <param name="value">The value: one label of a host name.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The value is no label of a host name.</exception>
    public RequestWriter HostLabel(string member, string? value)
    {
        if (value is null || !HostName.IsValidLabel(value, allowDots: false))
        {
            throw new ArgumentException("The value becomes a part of the host's name: 1 to 63 letters, digits and hyphens.", member);
        }

        _hostPrefix += value;
        return this;
    }
}
