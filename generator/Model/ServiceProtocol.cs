using System.Linq;

namespace DataZoneGen.Generator.Model;

/// <summary>A protocol that a service can be called with.</summary>
/// <param name="Kind">The kind of the protocol.</param>
/// <param name="Name">Its name in C2J models, for messages. If the protocol is unknown, the name in the model.</param>
internal readonly record struct ServiceProtocol(ProtocolKind Kind, string Name)
{
    public static ServiceProtocol RestJson { get; } = new(ProtocolKind.RestJson, "rest-json");

    public static ServiceProtocol RestXml { get; } = new(ProtocolKind.RestXml, "rest-xml");

    public static ServiceProtocol AwsJson10 { get; } = new(ProtocolKind.AwsJson10, "json");

    public static ServiceProtocol AwsJson11 { get; } = new(ProtocolKind.AwsJson11, "json");

    public static ServiceProtocol AwsQuery { get; } = new(ProtocolKind.AwsQuery, "query");

    public static ServiceProtocol Ec2Query { get; } = new(ProtocolKind.Ec2Query, "ec2");

    public static ServiceProtocol RpcV2Cbor { get; } = new(ProtocolKind.RpcV2Cbor, "smithy-rpc-v2-cbor");

    /// <summary>Whether members can be bound to parts of the HTTP message. Otherwise, all members are in the body.</summary>
    public bool HasHttpBindings => Kind is ProtocolKind.RestJson or ProtocolKind.RestXml;

    /// <summary>Whether responses are in XML.</summary>
    public bool ReadsXml => Kind is ProtocolKind.RestXml or ProtocolKind.AwsQuery or ProtocolKind.Ec2Query;

    /// <summary>Whether bodies can contain documents, which are JSON.</summary>
    public bool HasDocuments => Kind is ProtocolKind.RestJson or ProtocolKind.AwsJson10 or ProtocolKind.AwsJson11;

    /// <summary>Returns whether the text is the protocol's name in C2J models or in Smithy, such as <c>json</c> or <c>awsJson1_0</c>.</summary>
    public bool IsNamed(string text)
    {
        var name = Normalize(text);
        return name == Normalize(Name) || name == SmithyName;
    }

    private string SmithyName => Kind switch
    {
        ProtocolKind.RpcV2Cbor => "rpcv2cbor",
        ProtocolKind.AwsJson10 => "awsjson10",
        ProtocolKind.AwsJson11 => "awsjson11",
        ProtocolKind.RestJson => "restjson1",
        ProtocolKind.RestXml => "restxml",
        ProtocolKind.AwsQuery => "awsquery",
        ProtocolKind.Ec2Query => "ec2query",
        _ => Normalize(Name),
    };

    private static string Normalize(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}

internal enum ProtocolKind
{
    Unknown,
    RpcV2Cbor,
    AwsJson10,
    AwsJson11,
    RestJson,
    RestXml,
    AwsQuery,
    Ec2Query,
}
