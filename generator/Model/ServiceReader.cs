using System.Collections.Generic;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads metadata and operations in AWS's C2J vocabulary, that of <c>service-2.json</c>.</summary>
internal static class ServiceReader
{
    public static ModelFile Read(ModelFile file, JsonObject top, ModelSource source) => file with
    {
        Metadata = source.Object(top, "metadata") is { } metadata ? ReadMetadata(metadata, source) : null,
        Operations = ReadOperations(top, source),
        Shapes = ShapeReader.Read(top, source),
    };

    private static ServiceMetadata? ReadMetadata(JsonObject metadata, ModelSource source)
    {
        var serviceId = source.String(metadata, "serviceId") ?? source.String(metadata, "endpointPrefix");
        if (serviceId is null)
        {
            if (metadata["serviceId"] is null or JsonNull)
            {
                source.Report(DiagnosticDescriptors.WrongType, source.PlaceOf(metadata), "serviceId", "a string", "missing");
            }

            return null;
        }

        var protocols = source.Strings(metadata, "protocols");
        if (protocols.Count == 0 && source.String(metadata, "protocol") is { } protocol)
        {
            protocols = [protocol];
        }

        return new ServiceMetadata(serviceId, source.PlaceOf(metadata))
        {
            Protocols = protocols,
            ServiceFullName = source.String(metadata, "serviceFullName"),
            SigningName = source.String(metadata, "signingName"),
            EndpointPrefix = source.String(metadata, "endpointPrefix"),
            ApiVersion = source.String(metadata, "apiVersion"),
            SignatureVersion = source.String(metadata, "signatureVersion"),
            Auth = source.Strings(metadata, "auth"),
            Uid = source.String(metadata, "uid"),
        };
    }

    private static EquatableArray<OperationModel> ReadOperations(JsonObject top, ModelSource source)
    {
        var operations = new Dictionary<string, OperationModel>();
        foreach (var (member, value) in source.Objects(top, "operations"))
        {
            var operation = ReadOperation(member, value, source);
            if (!operations.TryGetValue(member.Name, out var first))
            {
                operations.Add(member.Name, operation);
            }
            else if (first.Essence() != operation.Essence())
            {
                source.Report(DiagnosticDescriptors.DuplicateOperation, operation.Place, member.Name, first.Place.ToString());
            }
        }

        return operations.Values.ToEquatableArray();
    }

    private static OperationModel ReadOperation(JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        var operation = new OperationModel(member.Name, source.PlaceOf(member.NameSpan));
        if (source.Object(value, "http") is { } http)
        {
            operation = operation with
            {
                Method = source.String(http, "method") ?? operation.Method,
                RequestUri = source.String(http, "requestUri") ?? operation.RequestUri,
            };
        }

        return operation with
        {
            Input = ShapeName(value, "input", source),
            Output = ShapeName(value, "output", source),
            Errors = source.Array(value, "errors")
                .Select(error => source.As<JsonObject>(error, "every item of errors", "an object") is { } reference ? source.String(reference, "shape") : null)
                .OfType<string>()
                .ToEquatableArray(),
            Documentation = source.String(value, "documentation"),
            Deprecation = ShapeReader.ReadDeprecation(value, source),
            AuthType = source.String(value, "authtype"),
            Auth = source.Strings(value, "auth"),
            IsUnsignedPayload = source.Boolean(value, "unsignedPayload"),
            HostPrefix = source.Object(value, "endpoint") is { } endpoint ? source.String(endpoint, "hostPrefix") : null,
            IsChecksumRequired = source.Boolean(value, "httpChecksumRequired")
                || (source.Object(value, "httpChecksum") is { } checksum && source.Boolean(checksum, "requestChecksumRequired")),
            RequestCompression = source.Object(value, "requestcompression") is { } compression ? source.Strings(compression, "encodings") : [],
            IsInvalid = source.ProblemCount > problems,
        };
    }

    private static string? ShapeName(JsonObject operation, string field, ModelSource source) =>
        source.Object(operation, field) is { } reference ? source.String(reference, "shape") : null;
}
