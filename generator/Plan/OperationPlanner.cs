using System.Linq;
using DataZoneGen.Generator.Model;
using DataZoneGen.Generator.Plan.Docs;
using DataZoneGen.Generator.Plan.Names;
using DataZoneGen.Generator.Plan.Protocols;
using DataZoneGen.Generator.Plan.Units;
using DataZoneGen.Generator.Selection;

namespace DataZoneGen.Generator.Plan;

/// <summary>Plans operations: their request and response types, HTTP bindings and client methods.</summary>
internal sealed class OperationPlanner(ServiceMetadata metadata, ProtocolPlanner protocol, ShapeTable shapes, NameTable names, StructurePlanner structures)
{
    private const int MaxParameters = 3;

    public OperationPlan Plan(OperationModel operation)
    {
        var name = names.OfOperation(operation.Name);
        var request = structures.PlanRequest(operation, name + "Request");
        var sendsForm = ServiceCustomizations.SendsQueryAsForm(metadata, operation);
        var response = structures.PlanResponse(operation, name + "Response");
        var checksum = PlanChecksum(operation.Checksum, request);
        var plan = new OperationPlan(name, MethodOf(sendsForm ? "POST" : operation.Method), request, response)
        {
            File = names.FileOfOperation(operation.Name),
            ModelName = operation.Name,
            Path = operation.Uri.Path.Select(part => part.IsLabel
                ? new PathPartPlan(null, PropertyOf(request, shapes[operation.Input!].FindLabel(part.Text)!))
                {
                    IsGreedy = part.IsGreedy,
                    IsObjectKey = part.IsGreedy && ServiceCustomizations.IsS3(metadata),
                }
                : new PathPartPlan(WireNames.Literal(part.Text), null)).ToEquatableArray(),
            IsPresignedWithoutBody = ServiceCustomizations.SendsPayloadHash(metadata),
            QueryLiterals = operation.Uri.Query.Select(WireNames.Literal).ToEquatableArray(),
            Auth = Authentication.Choose(operation, metadata) switch
            {
                AuthKind.None => AuthPlan.None,
                AuthKind.Bearer => AuthPlan.Bearer,
                _ => AuthPlan.SigV4,
            },
            AcceptsBearerToken = Authentication.AcceptsBearerToken(operation, metadata),
            HostPrefix = operation.HostPrefix.Select(part => part.IsLabel
                ? new PathPartPlan(null, PropertyOf(request, shapes[operation.Input!].FindHostLabel(part.Text)!))
                : new PathPartPlan(part.Text, null)).ToEquatableArray(),
            IsPayloadUnsigned = operation.IsUnsignedPayload,
            IsChecksumRequired = operation.IsChecksumRequired && checksum?.AlgorithmHeader is null,
            Checksum = checksum,
            IsTreeHashRequired = ServiceCustomizations.IsTreeHashRequired(metadata, operation),
            SendsQueryAsForm = sendsForm,
            DiscoversEndpoint = operation.EndpointDiscovery == EndpointDiscovery.Required,
            CompressesRequest = operation.RequestCompression.Contains("gzip"),
            Headers = protocol.GetHeaders(operation, response),
            HasBody = protocol.HasBody(operation, request),
            IsOutputUnwrapped = operation.IsOutputUnwrapped || ServiceCustomizations.IsOutputUnwrapped(metadata, operation),
        };
        return protocol.PlanBody(plan, operation, shapes);
    }

    public MethodPlan PlanMethod(OperationModel operation, OperationPlan plan)
    {
        var parameters = PlanParameters(plan.Request);
        return new(plan.Name, Documentation.ForOperation(operation, metadata))
        {
            HasShortOverload = parameters is not null,
            Parameters = parameters ?? [],
            IsPresignable = plan.IsPresignable,
            Throws = operation.Errors
                .Select(error => new ThrownPlan(names.OfError(error), Documentation.ForType(shapes[error].Documentation, "The service returned the error " + error + ".").Summary))
                .ToEquatableArray(),
            Stability = StructurePlanner.PlanStability(operation.Deprecation, operation.IsUnstable),
        };
    }

    /// <summary>
    /// Plans the parameters of the overload without a request object, if the input has only a few required scalars; returns null if it has other members.
    /// Members with default values are ignored.
    /// </summary>
    private static EquatableArray<ParameterPlan>? PlanParameters(StructurePlan request)
    {
        var given = request.Properties.Where(static p => p.IsRequired || (!p.IsIdempotencyToken && p.Default is null)).ToList();
        var isSimple = given.Count <= MaxParameters
            && given.All(static p => p is { IsRequired: true, Type: ScalarType { Kind: not ScalarKind.Document } or TimestampType or EnumType, Stability: null });
        var locals = new LocalNames("client", "request", "options", "cancellationToken");
        return isSimple
            ? given.Select(p => new ParameterPlan(locals.Take(p.Name), p.CSharpType, p.Name, p.Doc.Summary)).ToEquatableArray()
            : null;
    }

    /// <summary>Plans the checksums of the bodies; null if no header asks for any.</summary>
    private static ChecksumPlan? PlanChecksum(ChecksumModel? model, StructurePlan request)
    {
        var (algorithm, mode) = (HeaderOf(model?.RequestAlgorithmMember), HeaderOf(model?.ValidationModeMember));
        return algorithm is null && mode is null ? null : new ChecksumPlan(algorithm, model!.IsRequestChecksumRequired, mode, mode is null ? [] : model.ResponseAlgorithms);

        string? HeaderOf(string? member) =>
            member is null ? null : request.Properties.FirstOrDefault(p => p.Member == member && p.Binding == PropertyBinding.Header)?.HttpName;
    }

    private static PropertyPlan PropertyOf(StructurePlan structure, Member member) => structure.Find(member.Name)!;

    private static string MethodOf(string method) => method switch
    {
        "GET" => CSharpTypes.HttpMethod + ".Get",
        "POST" => CSharpTypes.HttpMethod + ".Post",
        "PUT" => CSharpTypes.HttpMethod + ".Put",
        "PATCH" => CSharpTypes.HttpMethod + ".Patch",
        "DELETE" => CSharpTypes.HttpMethod + ".Delete",
        "HEAD" => CSharpTypes.HttpMethod + ".Head",
        _ => "new " + CSharpTypes.HttpMethod + "(" + Literals.String(method) + ")",
    };
}
