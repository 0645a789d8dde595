using System;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Protocols;
using DataZoneGen.Generator.Plan.Protocols.AwsJson;
using DataZoneGen.Generator.Plan.Protocols.AwsQuery;
using DataZoneGen.Generator.Plan.Protocols.Ec2Query;
using DataZoneGen.Generator.Plan.Protocols.RestJson;
using DataZoneGen.Generator.Plan.Protocols.RestXml;
using DataZoneGen.Generator.Plan.Protocols.RpcV2Cbor;

namespace DataZoneGen.Generator.Plan;

/// <summary>Creates the planner of a protocol.</summary>
internal static class ProtocolPlanners
{
    public static ProtocolPlanner Create(ServiceProtocol protocol, ServiceMetadata metadata) => protocol.Kind switch
    {
        ProtocolKind.RpcV2Cbor => new RpcV2CborPlanner(metadata),
        ProtocolKind.AwsJson10 => new AwsJsonPlanner(metadata, "1.0"),
        ProtocolKind.AwsJson11 => new AwsJsonPlanner(metadata, "1.1"),
        ProtocolKind.RestJson => new RestJsonPlanner(),
        ProtocolKind.RestXml => new RestXmlPlanner(metadata, ServiceCustomizations.WrapsErrors(metadata)),
        ProtocolKind.AwsQuery => new AwsQueryPlanner(metadata),
        ProtocolKind.Ec2Query => new Ec2QueryPlanner(metadata),
        _ => throw new InvalidOperationException("There is no planner for the protocol '" + protocol.Name + "'."),
    };
}
