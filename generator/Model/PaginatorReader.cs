using System.Linq;
using DataZoneGen.Generator.Json;

namespace DataZoneGen.Generator.Model;

/// <summary>Reads a paginators file (<c>paginators-1.json</c>).</summary>
internal static class PaginatorReader
{
    public static EquatableArray<PaginatorModel> Read(JsonObject top, ModelSource source) =>
        source.Objects(top, "pagination").Select(entry => Read(null, entry.Member, entry.Value, source)).ToEquatableArray();

    /// <summary>The paginator with what the text says; what it does not say is as in the basis.</summary>
    public static PaginatorModel Read(PaginatorModel? basis, JsonMember member, JsonObject value, ModelSource source)
    {
        basis ??= new PaginatorModel(member.Name, source.PlaceOf(member.NameSpan));
        return basis with
        {
            InputTokens = source.StringOrStrings(value, "input_token", basis.InputTokens),
            OutputTokens = source.StringOrStrings(value, "output_token", basis.OutputTokens),
            ResultKeys = source.StringOrStrings(value, "result_key", basis.ResultKeys),
            MoreResults = source.String(value, "more_results") ?? basis.MoreResults,
        };
    }
}
