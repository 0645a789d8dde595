using System.Collections.Generic;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.Smithy;

/// <summary>Reads paginators. The service sets the defaults for its operations.</summary>
internal static class SmithyPaginatorReader
{
    public static IEnumerable<PaginatorModel> Read(SmithyScope scope, ModelSource source)
    {
        var common = scope.Service is null ? null : source.Object(scope.Service.Traits, Trait.Paginated);
        foreach (var operation in scope.Operations)
        {
            if (source.Object(operation.Traits, Trait.Paginated) is { } own)
            {
                yield return new PaginatorModel(operation.Name, source.GetLocation(operation.NameSpan))
                {
                    InputTokens = Paths("inputToken", own, common, source),
                    OutputTokens = Paths("outputToken", own, common, source),
                    ResultKeys = Paths("items", own, common, source),
                };
            }
        }
    }

    private static EquatableArray<string> Paths(string field, JsonObject own, JsonObject? common, ModelSource source) =>
        (source.String(own, field) ?? (common is null ? null : source.String(common, field))) is { } path ? [path] : [];
}
