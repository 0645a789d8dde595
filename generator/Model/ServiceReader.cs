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
        Metadata = source.Object(top, "metadata") is { } metadata && ReadMetadata(null, metadata, source) is { } read
            ? read with { Deprecation = ShapeReader.ReadDeprecation(null, top, source) }
            : null,
        Operations = ReadOperations(top, source),
        Shapes = ShapeReader.Read(top, source),
        ClientContextParams = ContextParamReader.ReadClient(top, "clientContextParams", source),
    };

    /// <summary>The metadata with what the text says; what it does not say is as in the basis.</summary>
    public static ServiceMetadata? ReadMetadata(ServiceMetadata? basis, JsonObject metadata, ModelSource source)
    {
        var endpointPrefix = source.String(metadata, "endpointPrefix") ?? basis?.EndpointPrefix;
        var serviceId = source.String(metadata, "serviceId") ?? basis?.ServiceId ?? endpointPrefix;
        if (serviceId is null)
        {
            if (metadata["serviceId"] is null or JsonNull)
            {
                source.Report(DiagnosticDescriptors.WrongType, source.PlaceOf(metadata), "serviceId", "a string", "missing");
            }

            return null;
        }

        basis ??= new ServiceMetadata(serviceId, source.PlaceOf(metadata));
        var protocol = source.String(metadata, "protocol");
        return basis with
        {
            ServiceId = serviceId,
            Protocols = source.Strings(metadata, "protocols") is { Count: > 0 } protocols ? protocols : protocol is null ? basis.Protocols : [protocol],
            ServiceFullName = source.String(metadata, "serviceFullName") ?? basis.ServiceFullName,
            SigningName = source.String(metadata, "signingName") ?? basis.SigningName,
            EndpointPrefix = endpointPrefix,
            ApiVersion = source.String(metadata, "apiVersion") ?? basis.ApiVersion,
            SignatureVersion = source.String(metadata, "signatureVersion") ?? basis.SignatureVersion,
            Auth = source.Strings(metadata, "auth", basis.Auth),
            Uid = source.String(metadata, "uid") ?? basis.Uid,
        };
    }

    private static EquatableArray<OperationModel> ReadOperations(JsonObject top, ModelSource source)
    {
        var operations = new Dictionary<string, OperationModel>();
        foreach (var (member, value) in source.Objects(top, "operations"))
        {
            var operation = ReadOperation(null, member, value, source);
            if (!operations.TryGetValue(member.Name, out var first))
            {
                operations.Add(member.Name, operation);
            }
            else if (first.Essence() != operation.Essence())
            {
                source.Report(DiagnosticDescriptors.ConflictingDefinition, operation.Place, "Operation", member.Name, first.Place.ToString());
            }
        }

        return operations.Values.ToEquatableArray();
    }

    /// <summary>The operation with what the text says; what it does not say is as in the basis.</summary>
    public static OperationModel ReadOperation(OperationModel? basis, JsonMember member, JsonObject value, ModelSource source)
    {
        var problems = source.ProblemCount;
        basis ??= new OperationModel(member.Name, source.PlaceOf(member.NameSpan));
        var http = source.Object(value, "http");
        var input = source.Object(value, "input");
        var output = source.Object(value, "output");
        var checksum = source.Object(value, "httpChecksum");
        return basis with
        {
            Method = Text(http, "method", source) ?? basis.Method,
            RequestUri = Text(http, "requestUri", source) ?? basis.RequestUri,
            Input = Text(input, "shape", source) ?? basis.Input,
            Output = Text(output, "shape", source) ?? basis.Output,
            InputPayload = Text(input, "payload", source) ?? basis.InputPayload,
            OutputPayload = Text(output, "payload", source) ?? basis.OutputPayload,
            Errors = value["errors"] is null ? basis.Errors : ReadErrors(value, source),
            Documentation = source.String(value, "documentation") ?? basis.Documentation,
            Deprecation = ShapeReader.ReadDeprecation(basis.Deprecation, value, source),
            AuthType = source.String(value, "authtype") ?? basis.AuthType,
            Auth = source.Strings(value, "auth", basis.Auth),
            IsUnsignedPayload = source.Boolean(value, "unsignedPayload", basis.IsUnsignedPayload),
            HostPrefix = Text(source.Object(value, "endpoint"), "hostPrefix", source) ?? basis.HostPrefix,
            IsChecksumRequired = source.Boolean(value, "httpChecksumRequired", basis.IsChecksumRequired)
                || (checksum is not null && source.Boolean(checksum, "requestChecksumRequired")),
            RequestCompression = source.Object(value, "requestcompression") is { } compression
                ? source.Strings(compression, "encodings", basis.RequestCompression)
                : basis.RequestCompression,
            StaticContextParams = value["staticContextParams"] is null
                ? basis.StaticContextParams
                : ContextParamReader.ReadStatic(value, "staticContextParams", source),
            OperationContextParams = value["operationContextParams"] is null
                ? basis.OperationContextParams
                : ContextParamReader.ReadPaths(value, "operationContextParams", source),
            IsInvalid = basis.IsInvalid || source.ProblemCount > problems,
        };
    }

    private static EquatableArray<string> ReadErrors(JsonObject operation, ModelSource source) => source.Array(operation, "errors")
        .Select(error => source.As<JsonObject>(error, "every item of errors", "an object") is { } reference ? source.String(reference, "shape") : null)
        .OfType<string>()
        .ToEquatableArray();

    private static string? Text(JsonObject? owner, string field, ModelSource source) => owner is null ? null : source.String(owner, field);
}
