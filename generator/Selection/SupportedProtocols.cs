using System.Linq;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Knows which protocols clients can be generated for.</summary>
internal static class SupportedProtocols
{
    private static readonly ProtocolKind[] Supported = [ProtocolKind.RestJson];

    /// <summary>Why no client can be generated, as the end of a sentence about the service; null when one can.</summary>
    public static string? GetUnsupportedReason(ServiceMetadata metadata) =>
        metadata.Protocols.Any(static protocol => Supported.Contains(protocol.Kind)) ? null
        : metadata.Protocols.Count == 0 ? "has no protocol in its metadata"
        : "uses the protocol '" + string.Join(", ", metadata.Protocols.Select(static protocol => protocol.Name)) + "'";
}
