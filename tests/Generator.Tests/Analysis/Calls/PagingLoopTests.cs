using System.Threading.Tasks;
using DataZoneGen.Generator.Analysis.Calls;
using DataZoneGen.Generator.Tests.Verifier;

namespace DataZoneGen.Generator.Tests.Analysis.Calls;

public sealed class PagingLoopTests
{
    private const string Members = "private string? _saved; private ListWidgetsRequest _request = new();";

    [Theory]
    [Trait("Rule", "DZG111")]
    [InlineData("""
        string? token = null;
        do
        {
            var page = await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = token });
            token = page.NextToken;
        }
        while (token is not null);
        """)]
    [InlineData("""
        string? token = null;
        while (true)
        {
            var page = await client.{|DZG111:ListWidgetsAsync|}(new ListWidgetsRequest { Owner = id, NextToken = token }, cancellationToken).ConfigureAwait(false);
            if (string.IsNullOrEmpty(page.NextToken)) { break; }
            token = page.NextToken;
        }
        """)]
    [InlineData("""
        for (string? token = ""; token is not null;)
        {
            var request = new ListWidgetsRequest { NextToken = token.Length == 0 ? null : token };
            token = (await other.{|DZG111:ListWidgetsAsync|}(request)).NextToken;
        }
        """)]
    [InlineData("""
        var request = new ListWidgetsRequest();
        ListWidgetsResponse page;
        do
        {
            page = await client.{|DZG111:ListWidgetsAsync|}(request);
            request = request with { NextToken = page.NextToken };
        }
        while (page.NextToken != null);
        """)]
    [InlineData("""
        var page = await client.ListWidgetsAsync(new());
        while (page.NextToken is { } next)
        {
            page = await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = next });
        }
        """)]
    [InlineData("""
        var page = await client.ListWidgetsAsync(new());
        while (!string.IsNullOrWhiteSpace(page?.NextToken))
        {
            page = await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = page!.NextToken });
        }
        """)]
    [InlineData("""
        ListWidgetsResponse? page = null;
        do
        {
            var token = page?.NextToken;
            page = await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = token });
        }
        while (page.NextToken is not null);
        """)]
    [InlineData("""
        ListWidgetsResponse? page = null;
        do
        {
            var request = page is null ? new ListWidgetsRequest { Owner = id } : new() { NextToken = page.NextToken };
            page = await client.{|DZG111:ListWidgetsAsync|}(request);
        }
        while (page.NextToken?.Length > 0);
        """)]
    [InlineData("""
        var request = new ListWidgetsRequest();
        do
        {
            var page = await client.{|DZG111:ListWidgetsAsync|}(request);
            if (page.NextToken is not null)
            {
                request = request with { NextToken = page.NextToken };
            }

            if (page.Names.Contains(id)) { return; }
        }
        while (request.NextToken is not null);
        """)]
    [InlineData("""
        do
        {
            var page = client.{|DZG111:ListWidgetsAsync|}(_request, cancellationToken).GetAwaiter().GetResult();
            _request = _request with { NextToken = page.NextToken };
        }
        while (!string.IsNullOrEmpty(_request.NextToken));
        """)]
    public Task A_loop_that_passes_the_token_on_is_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("Console.WriteLine(token);")]
    [InlineData("_saved = page.NextToken;")]
    [InlineData("Console.WriteLine(\"more: \" + page.NextToken);")]
    [InlineData("var copy = token; Console.WriteLine(copy);")]
    [InlineData("names = [page.NextToken ?? \"\"];")]
    public Task A_token_that_is_also_used_for_something_else_is_not_reported(string use) => VerifyAsync($$"""
        string? token = null;
        do
        {
            var page = await client.ListWidgetsAsync(new() { NextToken = token });
            token = page.NextToken;
            {{use}}
        }
        while (token is not null);
        """);

    [Theory]
    [InlineData("while (id.Length > 0) { await client.ListWidgetsAsync(new() { NextToken = null }); }")]
    [InlineData("while (id.Length > 0) { var page = await client.ListWidgetsAsync(new()); if (page.NextToken is null) { break; } }")]
    [InlineData("while (id.Length > 0) { _saved = (await client.ListWidgetsAsync(new() { NextToken = _saved })).NextToken; }")]
    [InlineData("ListWidgetsResponse page; do { page = await client.ListWidgetsAsync(new() { Owner = id }); } while (page.NextToken is not null);")]
    [InlineData("foreach (var name in names) { var page = await client.ListWidgetsAsync(new() { Owner = name }); }")]
    [InlineData("var first = await client.ListWidgetsAsync(new()); await client.ListWidgetsAsync(new() { NextToken = first.NextToken });")]
    [InlineData("string? token = null; do { var page = await client.DropWidgetAsync(new() { Id = id, NextToken = token }); token = page.NextToken; } while (token is not null);")]
    [InlineData("await foreach (var page in client.ListWidgetsPagesAsync(new())) { if (page.NextToken is null) { break; } }")]
    public Task Other_loops_are_not_reported(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(ClientPlace.SameProject)]
    [InlineData(ClientPlace.ReferenceAssembly)]
    [InlineData(ClientPlace.OtherProject)]
    public Task The_client_can_be_anywhere(ClientPlace place) => VerifyAsync(
        "string? token = null; do { token = (await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = token })).NextToken; } while (token is not null);", place);

    [Fact]
    public Task The_severity_can_be_set() => CallCode.VerifyAsync<LoopAnalyzer>(
        "string? token = null; do { token = (await client.ListWidgetsAsync(new() { NextToken = token })).NextToken; } while (token is not null);",
        members: Members,
        config: "dotnet_diagnostic.DZG111.severity = none\n");

    private static Task VerifyAsync(string statements, ClientPlace place = ClientPlace.Assembly) =>
        CallCode.VerifyAsync<LoopAnalyzer>(statements, place, Members);
}
