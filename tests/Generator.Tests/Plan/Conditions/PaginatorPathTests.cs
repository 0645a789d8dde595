using System.Threading.Tasks;

namespace DataZoneGen.Generator.Tests.Plan.Conditions;

/// <summary>Paths of paginators that are more than the name of a member.</summary>
public sealed class PaginatorPathTests
{
    [Theory]
    [InlineData("frame.detail.code", "page.Frame?.Detail.Code")]
    [InlineData("parts[-1].id", "Enumerable.LastOrDefault(page.Parts)?.Id")]
    [InlineData("name || parts[-1].id", "page.Name is { Length: > 0 } found ? found : Enumerable.LastOrDefault(page.Parts)?.Id")]
    [InlineData("tags.a", "page.Tags?.TryGetValue(\\\"a\\\", out var found) == true ? found : null")]
    public void A_token_may_come_from_any_path_to_a_text(string path, string code)
    {
        var things = GeneratedThings.WithPaginator($$"""{ "input_token": "token", "output_token": "{{path}}", "result_key": "names" }""");

        Assert.Empty(things.Complaints);
        Assert.Equal(code.Replace("\\\"", "\"", System.StringComparison.Ordinal), things.Between("static page => ", ",\n"));
    }

    [Fact]
    public void Several_tokens_may_come_from_paths_that_need_variables()
    {
        var things = GeneratedThings.WithPaginator(
            """{ "input_token": ["token", "offset"], "output_token": ["name || title", "counts[-1]"], "result_key": "names" }""");

        Assert.Empty(things.Complaints);
        Assert.Equal(
            "new Tuple<string?, int?>(page.Name is { Length: > 0 } found ? found : page.Title, "
            + "Enumerable.LastOrDefault(Enumerable.Select(page.Counts ?? [], static item => (int?)item))) is var next "
            + "&& (!string.IsNullOrEmpty(next.Item1) || next.Item2 is not null) ? next : null",
            things.Between("static page => ", ",\n            static (request"));
    }

    [Theory]
    [InlineData("ready", "page.Ready ?? false")]
    [InlineData("done", "page.Done")]
    [InlineData("frame.entries[0].ready", "Enumerable.FirstOrDefault(page.Frame?.Entries ?? [])?.Ready ?? false")]
    [InlineData("length(names) > `2`", "page.Names?.Count > 2")]
    [InlineData("status != 'ACTIVE'", "page.Status != Status.Active")]
    public void Whether_more_follows_may_be_any_condition(string path, string code)
    {
        var things = GeneratedThings.WithPaginator($$"""{ "input_token": "token", "output_token": "name", "result_key": "names", "more_results": "{{path}}" }""");

        Assert.Empty(things.Complaints);
        Assert.Equal(code, things.Between("with { Token = token },\n            static page => ", ",\n"));
    }

    [Theory]
    [InlineData("frame.entries", "page.Frame?.Entries")]
    [InlineData("groups[].names[]", "page.Groups is { } found ? Enumerable.SelectMany(found, static item => item.Names ?? []) : null")]
    [InlineData("parts[?ready].id", "Enumerable.Select(Enumerable.Where(page.Parts, static item => item.Ready == true), static item => item.Id)")]
    [InlineData("parts[].status", "Enumerable.OfType<Status>(Enumerable.Select(page.Parts, static item => item.Status))")]
    public void Items_may_come_from_any_path_to_a_list(string path, string code)
    {
        var things = GeneratedThings.WithPaginator($$"""{ "input_token": "token", "output_token": "name", "result_key": "{{path}}" }""");

        Assert.Empty(things.Complaints);
        Assert.Equal(code, things.Between("cancellationToken), static page => ", ", cancellationToken);"));
    }

    [Fact]
    public async Task Pages_are_walked_by_the_token_that_a_path_gives()
    {
        var things = GeneratedThings.WithPaginator("""{ "input_token": "token", "output_token": "name || parts[-1].id", "result_key": "groups[].names[]" }""");

        var (items, queries) = await things.WalkAsync(
            """{ "name": "second", "groups": [{ "names": ["a", "b"] }, {}, { "names": ["c"] }] }""",
            """{ "name": "", "parts": [{ "id": "x" }, { "id": "third" }] }""",
            """{ "groups": [{ "names": ["d"] }] }""");

        Assert.Equal(["a", "b", "c", "d"], items);
        Assert.Equal(["", "?token=second", "?token=third"], queries);
    }

    [Theory]
    [InlineData("output_token", "names[", "'names[': expected a number, ':' or '*' but found the end, at offset 6")]
    [InlineData("output_token", "parts[-1]", "'parts[-1]' does not have the type of 'token'")]
    [InlineData("output_token", "names[]", "'names[]': a list is not supported here")]
    [InlineData("more_results", "count", "'count': it evaluates to a number, which is not a boolean")]
    [InlineData("result_key", "names.x", "'names.x': 'x' is applied to a list, which has no members; use '[].' to access its elements, at offset 6")]
    public void A_path_that_does_not_match_the_types_is_rejected_with_a_reason(string key, string path, string why)
    {
        var token = key == "output_token" ? "" : "\"output_token\": \"name\", ";
        var things = GeneratedThings.WithPaginator($$"""{ "input_token": "token", {{token}}"{{key}}": "{{path}}" }""");

        Assert.Equal("The paginator of operation 'GetThing' is left out: " + why, Assert.Single(things.Complaints));
    }
}
