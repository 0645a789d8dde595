namespace DataZoneGen.Generator.Model;

/// <summary>A protocol that a service can be called with.</summary>
/// <param name="Kind">Which protocol it is.</param>
/// <param name="Name">Its name in AWS's C2J vocabulary, for messages; of an unknown one, what the model says.</param>
internal readonly record struct ServiceProtocol(ProtocolKind Kind, string Name)
{
    public static ServiceProtocol RestJson { get; } = new(ProtocolKind.RestJson, "rest-json");

    public static ServiceProtocol RestXml { get; } = new(ProtocolKind.RestXml, "rest-xml");

    public static ServiceProtocol AwsJson { get; } = new(ProtocolKind.AwsJson, "json");

    public static ServiceProtocol AwsQuery { get; } = new(ProtocolKind.AwsQuery, "query");

    public static ServiceProtocol Ec2Query { get; } = new(ProtocolKind.Ec2Query, "ec2");

    public static ServiceProtocol RpcV2Cbor { get; } = new(ProtocolKind.RpcV2Cbor, "smithy-rpc-v2-cbor");
}

internal enum ProtocolKind
{
    Unknown,
    RestJson,
    RestXml,
    AwsJson,
    AwsQuery,
    Ec2Query,
    RpcV2Cbor,
}
