using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.Endpoints;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads operations and their traits.</summary>
internal sealed class SmithyOperationReader(SmithyScope scope, ServiceMetadata? service, ModelSource source)
{
    private readonly string? _endpointOperation =
        scope.Service is { } definition && source.Object(definition.Traits, Trait.ClientEndpointDiscovery) is { } discovery ? source.String(discovery, "operation") : null;

    public OperationModel Read(SmithyDefinition operation)
    {
        var problems = source.ProblemCount;
        var traits = operation.Traits;
        var http = source.Object(traits, Trait.Http);
        var input = Target(operation, "input");
        var checksum = ChecksumModel.Read(null, traits, Trait.HttpChecksum, source);
        var model = new OperationModel(operation.Name, source.GetLocation(operation.NameSpan))
        {
            Input = NameOf(input),
            Output = NameOf(Target(operation, "output")),
            InputName = input is not null && scope.Find(input) is { } shape ? source.String(shape.Traits, Trait.XmlName) : null,
            IsOutputUnwrapped = operation.Has(Trait.S3UnwrappedXmlOutput),
            Errors = SmithyTargets.Of(operation.Node, "errors", source)
                .Select(static id => id.Value)
                .Concat(scope.ServiceErrors)
                .Distinct()
                .Select(scope.Names.Of)
                .ToEquatableArray(),
            Documentation = source.String(traits, Trait.Documentation),
            Deprecation = SmithyTraits.ReadDeprecation(traits, source),
            IsUnstable = operation.Has(Trait.Unstable),
            Auth = SmithyAuthReader.ReadOperation(traits, service?.Auth ?? [], source),
            IsUnsignedPayload = operation.Has(Trait.UnsignedPayload),
            HostPrefix = UriReader.ReadHostPrefix(source.Object(traits, Trait.Endpoint), "hostPrefix", source) ?? [],
            IsChecksumRequired = operation.Has(Trait.HttpChecksumRequired) || checksum is { IsRequestChecksumRequired: true },
            Checksum = checksum,
            RequestCompression = source.Object(traits, Trait.RequestCompression) is { } compression ? source.Strings(compression, "encodings") : [],
            StaticContextParams = ContextParamReader.ReadStatic(traits, Trait.StaticContextParams, source),
            OperationContextParams = ContextParamReader.ReadPaths(traits, Trait.OperationContextParams, source),
            EndpointDiscovery = source.Object(traits, Trait.ClientDiscoveredEndpoint) is not { } discovery ? EndpointDiscovery.None
                : source.Boolean(discovery, "required") ? EndpointDiscovery.Required
                : EndpointDiscovery.Optional,
            IsEndpointOperation = operation.Id == _endpointOperation,
            UnsupportedBinding = http is null ? "it has no HTTP binding" : GetUnsupportedReason(input),
        };
        if (http is not null)
        {
            Require(http, "method");
            Require(http, "uri");
            model = model with
            {
                Method = source.String(http, "method") ?? model.Method,
                Uri = UriReader.ReadTemplate(http, "uri", source) ?? model.Uri,
                SuccessStatusCode = source.Integer(http, "code"),
            };
        }

        return model with { IsInvalid = operation.IsInvalid || source.ProblemCount > problems };
    }

    /// <summary>Returns the input or output of an operation; null if it has none, which is the unit type in Smithy.</summary>
    private string? Target(SmithyDefinition operation, string field) =>
        SmithyTargets.OfField(operation.Node, field, source)?.Value is { } id && id != SmithyPrelude.Unit ? id : null;

    private string? NameOf(string? id) => id is null ? null : scope.Names.Of(id);

    /// <summary>Reports a field that the trait must have and does not have.</summary>
    private void Require(JsonObject http, string field)
    {
        if (http[field] is null or JsonNull)
        {
            source.Report(DiagnosticDescriptors.WrongType, source.GetLocation(http), field, "a string", "missing");
        }
    }

    /// <summary>Returns why the operation is not supported; null if it is supported.</summary>
    private string? GetUnsupportedReason(string? input)
    {
        var members = (input is null ? null : scope.Find(input))?.References.ToList() ?? [];
        var payload = members.FirstOrDefault(static m => m.Has(Trait.HttpPayload)) is { } member ? scope.Find(member.Target) : null;
        return (payload?.Type, SmithyTraits.MediaTypeOf(payload)) switch
        {
            (_, null) or ("blob", "application/octet-stream") or ("string" or "enum", "text/plain") => null,
            (_, var mediaType) => "its payload has the unsupported media type '" + mediaType + "'",
        };
    }
}
