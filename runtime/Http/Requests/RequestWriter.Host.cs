using System;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <content>Host prefixes, for the few operations that have one.</content>
public sealed partial class RequestWriter
{
    private string? _hostPrefix;

    /// <summary>The host prefix; <see langword="null"/> for most operations.</summary>
    internal string? HostPrefixText => _hostPrefix;

    /// <summary>Appends constant text to the host prefix.</summary>
    /// <param name="literal">The text, including dots.</param>
    /// <returns>This writer.</returns>
    public RequestWriter HostPrefix(ReadOnlySpan<byte> literal)
    {
        _hostPrefix += Encoding.ASCII.GetString(literal);
        return this;
    }

    /// <summary>Appends the value of a member to the host prefix.</summary>
    /// <param name="member">The name of the member, for messages.</param>
    /// <param name="value">The value, which must be a host label.</param>
    /// <returns>This writer.</returns>
    /// <exception cref="ArgumentException">The value is not a valid host label.</exception>
    public RequestWriter HostLabel(string member, string? value)
    {
        if (value is null || !HostName.IsValidLabel(value, allowDots: false))
        {
            throw new ArgumentException("The value must be a valid host label: 1 to 63 letters, digits and hyphens.", member);
        }

        _hostPrefix += value;
        return this;
    }
}
