using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.Endpoints;

namespace DataZoneGen.Generator.Model.C2j;

/// <summary>Reads metadata and operations in the C2J format (<c>service-2.json</c>).</summary>
internal static class ServiceReader
{
    public static ModelFile Read(ModelFile file, JsonObject top, ModelSource source) => file with
    {
        Metadata = source.Object(top, "metadata") is { } metadata && ReadMetadata(null, metadata, source) is { } read
            ? read with { Deprecation = ShapeReader.ReadDeprecation(null, top, source) }
            : null,
        Operations = ReadOperations(top, source),
        Shapes = ShapeReader.Read(top, source),
        ClientContextParams = ContextParamReader.ReadClient(top, "clientContextParams", source),
    };

    /// <summary>Reads metadata. Fields that are missing keep their existing values.</summary>
    public static ServiceMetadata? ReadMetadata(ServiceMetadata? existing, JsonObject metadata, ModelSource source)
    {
        var endpointPrefix = source.String(metadata, "endpointPrefix") ?? existing?.EndpointPrefix;
        var serviceId = source.String(metadata, "serviceId") ?? existing?.ServiceId ?? endpointPrefix;
        if (serviceId is null)
        {
            if (metadata["serviceId"] is null or JsonNull)
            {
                source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(metadata), "serviceId", "a string", "missing");
            }

            return null;
        }

        existing ??= new ServiceMetadata(serviceId, source.GetLocation(metadata));
        var protocol = source.String(metadata, "protocol");
        var protocols = source.Strings(metadata, "protocols");
        var jsonVersion = source.String(metadata, "jsonVersion");
        return existing with
        {
            ServiceId = serviceId,
            Protocols = protocols.Count > 0
                ? protocols.Select(name => ToProtocol(name, jsonVersion)).ToEquatableArray()
                : protocol is null ? existing.Protocols
                : [ToProtocol(protocol, jsonVersion)],
            TargetPrefix = source.String(metadata, "targetPrefix") ?? existing.TargetPrefix,
            IsQueryCompatible = existing.IsQueryCompatible || metadata["awsQueryCompatible"] is not (null or JsonNull),
            ServiceFullName = source.String(metadata, "serviceFullName") ?? existing.ServiceFullName,
            SigningName = source.String(metadata, "signingName") ?? existing.SigningName,
            EndpointPrefix = endpointPrefix,
            ApiVersion = source.String(metadata, "apiVersion") ?? existing.ApiVersion,
            Auth = AuthReader.ReadService(existing.Auth, metadata, source),
            XmlNamespace = XmlNamespace.Read(metadata, "xmlNamespace", source) ?? existing.XmlNamespace,
            Uid = source.String(metadata, "uid") ?? existing.Uid,
        };
    }

    private static ServiceProtocol ToProtocol(string name, string? jsonVersion) => name switch
    {
        "rest-json" or "restJson1" or "aws.protocols#restJson1" => ServiceProtocol.RestJson,
        "rest-xml" => ServiceProtocol.RestXml,
        "json" => jsonVersion == "1.1" ? ServiceProtocol.AwsJson11 : ServiceProtocol.AwsJson10,
        "query" => ServiceProtocol.AwsQuery,
        "ec2" => ServiceProtocol.Ec2Query,
        "smithy-rpc-v2-cbor" => ServiceProtocol.RpcV2Cbor,
        _ => new ServiceProtocol(ProtocolKind.Unknown, name),
    };

    private static EquatableArray<OperationModel> ReadOperations(JsonObject top, ModelSource source) => ModelDefinitions.Merge(
        source.Objects(top, "operations").Select(o => ReadOperation(null, o.Member, o.Value, source)),
        DiagnosticDescriptors.ConflictingDefinition,
        "Operation",
        source.Report);

    /// <summary>Reads an operation. Fields that are missing keep their existing values.</summary>
    public static OperationModel ReadOperation(OperationModel? existing, JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        existing = AuthReader.ReadOperation(existing ?? new OperationModel(member.Name, source.GetLocation(member.NameSpan)), value, source);
        var http = source.Object(value, "http");
        var input = source.Object(value, "input");
        var output = source.Object(value, "output");
        var checksum = ChecksumModel.Read(existing.Checksum, value, "httpChecksum", source);
        return existing with
        {
            Method = Text(http, "method", source) ?? existing.Method,
            Uri = UriReader.ReadTemplate(http, "requestUri", source) ?? existing.Uri,
            SuccessStatusCode = (http is null ? null : source.Integer(http, "responseCode")) ?? existing.SuccessStatusCode,
            Input = Text(input, "shape", source) ?? existing.Input,
            Output = Text(output, "shape", source) ?? existing.Output,
            InputPayload = Text(input, "payload", source) ?? existing.InputPayload,
            OutputPayload = Text(output, "payload", source) ?? existing.OutputPayload,
            InputName = Text(input, "locationName", source) ?? existing.InputName,
            InputNamespace = (input is null ? null : XmlNamespace.Read(input, "xmlNamespace", source)) ?? existing.InputNamespace,
            ResultWrapper = Text(output, "resultWrapper", source) ?? existing.ResultWrapper,
            Errors = value["errors"] is null ? existing.Errors : ReadErrors(value, source),
            Documentation = source.String(value, "documentation") ?? existing.Documentation,
            Deprecation = ShapeReader.ReadDeprecation(existing.Deprecation, value, source),
            HostPrefix = UriReader.ReadHostPrefix(source.Object(value, "endpoint"), "hostPrefix", source) ?? existing.HostPrefix,
            IsChecksumRequired = source.Boolean(value, "httpChecksumRequired", existing.IsChecksumRequired) || checksum is { IsRequestChecksumRequired: true },
            Checksum = checksum,
            RequestCompression = source.Object(value, "requestcompression") is { } compression
                ? source.Strings(compression, "encodings", existing.RequestCompression)
                : existing.RequestCompression,
            StaticContextParams = value["staticContextParams"] is null
                ? existing.StaticContextParams
                : ContextParamReader.ReadStatic(value, "staticContextParams", source),
            OperationContextParams = value["operationContextParams"] is null
                ? existing.OperationContextParams
                : ContextParamReader.ReadPaths(value, "operationContextParams", source),
            EndpointDiscovery = source.Object(value, "endpointdiscovery") is not { } discovery ? existing.EndpointDiscovery
                : source.Boolean(discovery, "required") ? EndpointDiscovery.Required
                : EndpointDiscovery.Optional,
            IsEndpointOperation = source.Boolean(value, "endpointoperation", existing.IsEndpointOperation),
            IsInvalid = existing.IsInvalid || source.ProblemCount > problems,
        };
    }

    private static EquatableArray<string> ReadErrors(JsonObject operation, ModelSource source) => source.Array(operation, "errors")
        .Select(error => source.As<JsonObject>(error, "every item of errors", "an object") is { } reference ? source.String(reference, "shape") : null)
        .OfType<string>()
        .ToEquatableArray();

    private static string? Text(JsonObject? owner, string field, ModelSource source) => owner is null ? null : source.String(owner, field);
}
