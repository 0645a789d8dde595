using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads a paginators file (<c>paginators-1.json</c>).</summary>
internal static class PaginatorReader
{
    public static EquatableArray<PaginatorModel> Read(JsonObject top, ModelSource source) =>
        source.Objects(top, "pagination")
            .Select(entry => new PaginatorModel(entry.Member.Name, source.PlaceOf(entry.Member.NameSpan))
            {
                InputTokens = source.StringOrStrings(entry.Value, "input_token"),
                OutputTokens = source.StringOrStrings(entry.Value, "output_token"),
                ResultKeys = source.StringOrStrings(entry.Value, "result_key"),
                MoreResults = source.String(entry.Value, "more_results"),
            })
            .ToEquatableArray();
}
