using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Model;

namespace DataZoneGen.Generator.Selection;

/// <summary>Chooses the protocol of a client. This is the only list of the protocols that clients can be generated for.</summary>
internal static class SupportedProtocols
{
    /// <summary>The supported protocols in the order of preference of the AWS SDKs.</summary>
    public static IReadOnlyList<ServiceProtocol> ByPreference { get; } =
        [ServiceProtocol.RpcV2Cbor, ServiceProtocol.AwsJson10, ServiceProtocol.AwsJson11, ServiceProtocol.RestJson, ServiceProtocol.RestXml, ServiceProtocol.AwsQuery,
            ServiceProtocol.Ec2Query];

    /// <summary>Returns the protocol that the project selects, or the preferred protocol of the model; null, with a diagnostic, if none is supported.</summary>
    public static ServiceProtocol? Choose(ServiceModel service, List<DiagnosticInfo> diagnostics)
    {
        var modeled = service.Metadata.Protocols;
        var supported = ByPreference.Where(protocol => modeled.Contains(protocol)).ToList();
        if (supported.Count == 0)
        {
            var reason = modeled.Count == 0 ? "has no protocol in its metadata" : "uses the protocol '" + Names(modeled) + "'";
            diagnostics.Add(DiagnosticInfo.Create(
                DiagnosticDescriptors.UnsupportedProtocol, service.Metadata.SourceLocation, service.Metadata.ServiceId, reason, Names(ByPreference)));
            return null;
        }

        if (ServiceOptions.FindProtocol(service, diagnostics) is not { } option)
        {
            return supported[0];
        }

        foreach (var protocol in supported)
        {
            if (protocol.IsNamed(option.Value))
            {
                return protocol;
            }
        }

        var why = modeled.Any(protocol => protocol.IsNamed(option.Value))
            ? "it is not supported yet"
            : "the model of " + service.Metadata.ServiceId + " lists '" + Names(modeled) + "'";
        diagnostics.Add(DiagnosticInfo.Create(
            DiagnosticDescriptors.InvalidOption, option.SourceLocation, option.Value, "Protocol", why + "; '" + supported[0].Name + "' is used"));
        return supported[0];
    }

    private static string Names(IEnumerable<ServiceProtocol> protocols) => string.Join(", ", protocols.Select(static protocol => protocol.Name).Distinct());
}
