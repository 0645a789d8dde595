using System.Threading.Tasks;
using DataZoneGen.Generator.Analysis.Calls;
using DataZoneGen.Generator.CodeFixes;
using DataZoneGen.Generator.Tests.Analysis.Calls;
using DataZoneGen.Generator.Tests.Fixtures;
using DataZoneGen.Generator.Tests.Verifier;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Testing;

namespace DataZoneGen.Generator.Tests.CodeFixes;

/// <summary>The fixes of loops over pages and of poll loops.</summary>
public sealed class LoopCodeFixTests
{
    [Theory]
    [InlineData(
        """
                // All pages.
                string? token = null;
                do
                {
                    var page = await client.{|DZG111:ListWidgetsAsync|}(new() { Owner = id, NextToken = token }, cancellationToken);
                    Console.WriteLine(page.Names.Count);
                    token = page.NextToken;
                }
                while (token is not null);
        """,
        """
                // All pages.
                await foreach (var page in client.ListWidgetsPagesAsync(new() { Owner = id }, cancellationToken))
                {
                    Console.WriteLine(page.Names.Count);
                }
        """)]
    [InlineData(
        """
                string? token = null;
                do
                {
                    var page = await client.{|DZG111:ListWidgetsAsync|}(new ListWidgetsRequest { NextToken = token }).ConfigureAwait(false);
                    foreach (var name in page.Names)
                    {
                        Console.WriteLine(name);
                    }

                    token = page.NextToken;
                }
                while (!string.IsNullOrEmpty(token));
        """,
        """
                await foreach (var name in client.ListWidgetsItemsAsync(new ListWidgetsRequest()).ConfigureAwait(false))
                {
                    Console.WriteLine(name);
                }
        """)]
    [InlineData(
        """
                var request = new ListWidgetsRequest { Owner = id };
                ListWidgetsResponse response;
                do
                {
                    response = await client.{|DZG111:ListWidgetsAsync|}(request);
                    if (response.Names.Count == 0)
                    {
                        break;
                    }

                    request = request with { NextToken = response.NextToken };
                }
                while (response.NextToken != null);
        """,
        """
                var request = new ListWidgetsRequest { Owner = id };
                await foreach (var response in client.ListWidgetsPagesAsync(request))
                {
                    if (response.Names.Count == 0)
                    {
                        break;
                    }
                }
        """)]
    public Task A_plain_loop_over_pages_becomes_await_foreach(string before, string after) => VerifyAsync<PaginatorCodeFix>(before, after);

    [Theory]
    [InlineData("""
                string? token = null;
                do
                {
                    var page = await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = token });
                    if (page.Names.Count == 0)
                    {
                        continue;
                    }

                    token = page.NextToken;
                }
                while (token is not null);
        """)]
    [InlineData("""
                string? token = null;
                do
                {
                    var page = await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = token });
                    token = page.NextToken;
                }
                while (token is not null);

                if (token is null)
                {
                    Console.WriteLine();
                }
        """)]
    [InlineData("""
                string? token = null;
                do
                {
                    var page = await client.{|DZG111:ListWidgetsAsync|}(new() { NextToken = token });
                    token = page.NextToken;
                }
                while (token is not null && id.Length > 0);
        """)]
    [InlineData("""
                var request = new ListWidgetsRequest();
                ListWidgetsResponse response;
                do
                {
                    response = await client.{|DZG111:ListWidgetsAsync|}(request);
                    request = request with { NextToken = response.NextToken };
                }
                while (response.NextToken is not null);

                Console.WriteLine(request.Owner);
        """)]
    public Task Another_loop_over_pages_has_no_fix(string statements) => VerifyAsync<PaginatorCodeFix>(statements, null);

    [Theory]
    [InlineData(
        """
                GetWidgetResponse widget;
                do
                {
                    await Task.Delay(1000, cancellationToken);
                    widget = await client.{|DZG112:GetWidgetAsync|}(id, part, cancellationToken).ConfigureAwait(false);
                }
                while (widget.Status != Status.Ready);
                Console.WriteLine(widget.Id);
        """,
        """
                GetWidgetResponse widget;
                widget = await client.WaitUntilWidgetReadyAsync(id, part, cancellationToken: cancellationToken).ConfigureAwait(false);
                Console.WriteLine(widget.Id);
        """)]
    [InlineData(
        """
                var widget = await client.GetWidgetAsync(new() { Id = id, Part = part });
                while (widget.Status != Status.Ready)
                {
                    await Task.Delay(1000);
                    widget = await client.{|DZG112:GetWidgetAsync|}(new() { Id = id, Part = part });
                }
        """,
        """
                var widget = await client.WaitUntilWidgetReadyAsync(new() { Id = id, Part = part });
        """)]
    public Task A_plain_poll_loop_becomes_a_call_of_the_waiter(string before, string after) => VerifyAsync<WaiterCodeFix>(before, after);

    [Theory]
    [InlineData("""
                GetWidgetResponse widget;
                do
                {
                    await Task.Delay(1000);
                    widget = await client.{|DZG112:GetWidgetAsync|}(id, part);
                    Console.WriteLine(widget.Status);
                }
                while (widget.Status != Status.Ready);
        """)]
    [InlineData("""
                var widget = await client.GetWidgetAsync(id, part);
                while (widget.Status != Status.Ready)
                {
                    await Task.Delay(1000);
                    widget = await client.{|DZG112:GetWidgetAsync|}(part, id);
                }
        """)]
    public Task Another_poll_loop_has_no_fix(string statements) => VerifyAsync<WaiterCodeFix>(statements, null);

    private static Task VerifyAsync<TCodeFix>(string before, string? after)
        where TCodeFix : CodeFixProvider, new()
    {
        var test = new ClientCodeFixTest<LoopAnalyzer, TCodeFix> { CompilerDiagnostics = CompilerDiagnostics.Errors };
        test.AddSources(ClientCodeFixTest<LoopAnalyzer, TCodeFix>.Generate(PagedWidgets.Files));
        test.TestState.Sources.Add(CallCode.Create(before));
        test.FixedState.Sources.Add(CallCode.Create(after ?? before));
        return test.RunAsync();
    }
}
