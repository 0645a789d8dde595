using System;
using System.Linq;
using DataZoneGen.Generator.Diagnostics;
using DataZoneGen.Generator.Json;
using DataZoneGen.Generator.Model.Endpoints;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>
/// Reads a model in Smithy's JSON AST, version 2, into the same records as C2J models. Later stages do not distinguish the two formats.
/// </summary>
internal static class SmithyReader
{
    public static ModelFile Read(ModelFile file, JsonObject top, ModelSource source)
    {
        var version = source.String(top, "smithy");
        if (version is not "2" && version?.StartsWith("2.", StringComparison.Ordinal) != true)
        {
            var why = "it is a Smithy model of version '" + version + "', and only version 2 is supported";
            source.Report(DiagnosticDescriptors.UnknownFileKind, source.GetLocation(top["smithy"]!), why);
            return file;
        }

        var definitions = new SmithyDefinitions(top, source);
        var services = definitions.All.Where(static d => d.Type == "service").ToList();
        if (services.Count > 1)
        {
            source.Report(
                DiagnosticDescriptors.UnknownFileKind,
                source.GetLocation(services[1].NameSpan),
                "it describes several services, '" + services[0].Name + "' and '" + services[1].Name + "'");
            return file;
        }

        var service = services.FirstOrDefault();
        var scope = new SmithyScope(service, definitions, source);
        var metadata = service is null ? null : SmithyServiceReader.Read(service, source);
        var operations = new SmithyOperationReader(scope, metadata, source);
        return file with
        {
            Metadata = metadata,
            Operations = scope.Operations.Select(operations.Read).ToEquatableArray(),
            Shapes = new SmithyShapeReader(scope, source).Read(),
            Paginators = SmithyPaginatorReader.Read(scope, source).ToEquatableArray(),
            Waiters = SmithyWaiterReader.Read(scope, source).ToEquatableArray(),
            ClientContextParams = service is null ? [] : ContextParamReader.ReadClient(service.Traits, Trait.ClientContextParams, source),
            EndpointRules = service is null ? null : SmithyServiceReader.ReadEndpointRules(service, source),
        };
    }
}
