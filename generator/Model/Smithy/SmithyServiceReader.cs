using System;
using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.Endpoints;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads the metadata of a service shape.</summary>
internal static class SmithyServiceReader
{
    /// <summary>The protocols by their traits.</summary>
    private static readonly Dictionary<string, ServiceProtocol> Protocols = new(StringComparer.Ordinal)
    {
        ["aws.protocols#restJson1"] = ServiceProtocol.RestJson,
        ["aws.protocols#restXml"] = ServiceProtocol.RestXml,
        ["aws.protocols#awsJson1_0"] = ServiceProtocol.AwsJson10,
        ["aws.protocols#awsJson1_1"] = ServiceProtocol.AwsJson11,
        ["aws.protocols#awsQuery"] = ServiceProtocol.AwsQuery,
        ["aws.protocols#ec2Query"] = ServiceProtocol.Ec2Query,
        ["smithy.protocols#rpcv2Cbor"] = ServiceProtocol.RpcV2Cbor,
    };

    /// <summary>Returns whether the service has a protocol with XML bodies, whose members can have other names than in JSON.</summary>
    public static bool HasXmlProtocol(SmithyDefinition service) => service.Traits.Members.Any(static trait =>
        Protocols.TryGetValue(trait.Name, out var protocol) && protocol.ReadsXml);

    public static ServiceMetadata Read(SmithyDefinition service, ModelSource source)
    {
        var traits = service.Traits;
        var aws = source.Object(traits, Trait.Service);
        var sigV4 = source.Object(traits, Trait.SigV4);
        var serviceId = (aws is null ? null : source.String(aws, "sdkId")) ?? service.Name;
        var arnNamespace = (aws is null ? null : source.String(aws, "arnNamespace")) ?? service.Name.ToLowerInvariant();
        var version = source.String(service.Node, "version");
        var protocols = ReadProtocols(traits);
        return new ServiceMetadata(serviceId, source.GetLocation(service.NameSpan))
        {
            Protocols = protocols,
            TargetPrefix = protocols.All(static protocol => protocol.HasHttpBindings) ? null : service.Name,
            IsQueryCompatible = traits[Trait.AwsQueryCompatible] is not null,
            ServiceFullName = source.String(traits, Trait.Title),
            SigningName = sigV4 is null ? null : source.String(sigV4, "name"),
            EndpointPrefix = (aws is null ? null : source.String(aws, "endpointPrefix")) ?? arnNamespace,
            ApiVersion = version,
            Auth = SmithyAuthReader.ReadService(traits, source),
            XmlNamespace = XmlNamespace.Read(traits, Trait.XmlNamespace, source),
            Deprecation = SmithyTraits.ReadDeprecation(traits, source),
            IsUnstable = service.Has(Trait.Unstable),
            Uid = (aws is null ? null : source.String(aws, "docId")) ?? Join(serviceId.ToLowerInvariant().Replace(' ', '-'), version),
        };
    }

    /// <summary>Reads the rule set of a service. Rules that are only a decision diagram are not supported.</summary>
    public static EndpointRuleSet? ReadEndpointRules(SmithyDefinition service, ModelSource source)
    {
        if (source.Object(service.Traits, Trait.EndpointRuleSet) is { } rules)
        {
            return EndpointRuleReader.Read(rules, source);
        }

        return service.Traits[Trait.EndpointBdd] is { } diagram
            ? new EndpointRuleSet([], [], source.GetLocation(diagram)) { Unsupported = "the model has them only as a decision diagram (" + Trait.EndpointBdd + ")" }
            : null;
    }

    /// <summary>Reads the protocols. If no protocol is known, the result is a name for the diagnostic.</summary>
    private static EquatableArray<ServiceProtocol> ReadProtocols(JsonObject traits)
    {
        var known = traits.Members.Where(static trait => Protocols.ContainsKey(trait.Name)).Select(static trait => Protocols[trait.Name]);
        var protocols = known.Distinct().ToEquatableArray();
        return protocols.Count > 0 ? protocols : [new ServiceProtocol(ProtocolKind.Unknown, "unknown")];
    }

    private static string? Join(string name, string? version) => version is null ? null : name + "-" + version;
}
