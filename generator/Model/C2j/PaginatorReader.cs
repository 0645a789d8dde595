using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model.C2j;

/// <summary>Reads a paginators file (<c>paginators-1.json</c>).</summary>
internal static class PaginatorReader
{
    public static EquatableArray<PaginatorModel> Read(JsonObject top, ModelSource source) =>
        source.Objects(top, "pagination").Select(entry => Read(null, entry.Member, entry.Value, source)).ToEquatableArray();

    /// <summary>Reads a paginator. Fields that are missing keep their existing values.</summary>
    public static PaginatorModel Read(PaginatorModel? existing, JsonMember member, JsonObject value, ModelSource source)
    {
        existing ??= new PaginatorModel(member.Name, source.GetLocation(member.NameSpan));
        return existing with
        {
            InputTokens = source.StringOrStrings(value, "input_token", existing.InputTokens),
            OutputTokens = source.StringOrStrings(value, "output_token", existing.OutputTokens),
            ResultKeys = source.StringOrStrings(value, "result_key", existing.ResultKeys),
            MoreResults = source.String(value, "more_results") ?? existing.MoreResults,
        };
    }
}
