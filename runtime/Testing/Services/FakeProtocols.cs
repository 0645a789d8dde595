using System.ComponentModel;
using DataZoneGen.Testing.Core;

namespace DataZoneGen.Testing.Wire;

/// <summary>The protocols of fakes, for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class FakeProtocols
{
    /// <summary>The protocol restJson1.</summary>
    public static FakeProtocol RestJson { get; } = new FakeRestJson();

    /// <summary>The protocol restXml.</summary>
    /// <param name="wrapsErrors">Whether errors have an element around them, which those of S3 do not have.</param>
    /// <returns>The protocol.</returns>
    public static FakeProtocol RestXml(bool wrapsErrors) => new FakeRestXml(wrapsErrors);

    /// <summary>The protocols AWS JSON 1.0 and 1.1.</summary>
    /// <param name="version">The version, such as <c>1.0</c>.</param>
    /// <param name="targetPrefix">The part of the target before the operation.</param>
    /// <param name="isQueryCompatible">Whether errors also have the codes of the AWS query protocol.</param>
    /// <returns>The protocol.</returns>
    public static FakeProtocol AwsJson(string version, string targetPrefix, bool isQueryCompatible = false) =>
        new FakeAwsJson(version, targetPrefix, isQueryCompatible);

    /// <summary>The protocol Smithy RPC v2 CBOR.</summary>
    /// <param name="service">The name of the service in the path.</param>
    /// <param name="isQueryCompatible">Whether errors also have the codes of the AWS query protocol.</param>
    /// <returns>The protocol.</returns>
    public static FakeProtocol RpcV2Cbor(string service, bool isQueryCompatible = false) => new FakeRpcV2Cbor(service, isQueryCompatible);

    /// <summary>The AWS query protocol.</summary>
    /// <param name="version">The version of the API.</param>
    /// <param name="xmlNamespace">The namespace of responses, if any.</param>
    /// <returns>The protocol.</returns>
    public static FakeProtocol AwsQuery(string version, string? xmlNamespace = null) => new FakeAwsQuery(version, xmlNamespace);

    /// <summary>The EC2 query protocol.</summary>
    /// <param name="version">The version of the API.</param>
    /// <param name="xmlNamespace">The namespace of responses, if any.</param>
    /// <returns>The protocol.</returns>
    public static FakeProtocol Ec2Query(string version, string? xmlNamespace = null) => new FakeEc2Query(version, xmlNamespace);
}
