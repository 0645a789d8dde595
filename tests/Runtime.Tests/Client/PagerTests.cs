using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Client;

public class PagerTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task Pages_follow_each_other_until_there_is_no_token(string? last)
    {
        var lister = new Lister(new(["a", "b"], "t1"), new([], "t2"), new(["c"], last));

        Assert.Equal(3, (await lister.Pages().ToListAsync()).Count);
        Assert.Equal([null, "t1", "t2"], lister.Asked);
    }

    [Fact]
    public async Task Items_are_those_of_all_pages()
    {
        var lister = new Lister(new(["a", "b"], "t1"), new(null, "t2"), new(["c"], null));

        Assert.Equal(["a", "b", "c"], await Pager.ItemsAsync(lister.Pages(), page => page.Items).ToListAsync());
    }

    [Fact]
    public async Task Only_pages_that_are_wanted_are_asked_for()
    {
        var lister = new Lister(new(["a"], "t1"), new(["b"], "t2"));

        await foreach (var item in Pager.ItemsAsync(lister.Pages(), page => page.Items))
        {
            Assert.Equal("a", item);
            break;
        }

        Assert.Single(lister.Asked);
    }

    [Fact]
    public async Task The_same_token_twice_in_a_row_ends_the_walk_and_is_not_told()
    {
        var lister = new Lister(new(["a"], "t-secret"), new(["b"], "t-secret"));

        var exception = await Assert.ThrowsAsync<PaginationException>(async () => await lister.Pages().ToListAsync());

        Assert.DoesNotContain("t-secret", exception.Message, StringComparison.Ordinal);
        Assert.Equal(2, lister.Asked.Count);
    }

    [Fact]
    public async Task A_flag_can_end_the_walk_though_there_is_a_token()
    {
        var lister = new Lister(new(["a"], "t1") { IsTruncated = true }, new(["b"], "t2") { IsTruncated = false });

        Assert.Equal(2, (await lister.Pages(page => page.IsTruncated).ToListAsync()).Count);
    }

    [Fact]
    public async Task Several_tokens_are_one_tuple()
    {
        var asked = new List<(string?, string?)>();
        var pages = Pager.PagesAsync<(string? A, string? B), int, (string? A, string? B)>(
            (request, _) =>
            {
                asked.Add(request);
                return Task.FromResult(asked.Count);
            },
            default,
            page => page == 1 ? ("x", null) : page == 2 ? ("x", "y") : (null, null),
            (_, token) => token);

        Assert.Equal([1, 2, 3], await pages.ToListAsync());
        Assert.Equal([(null, null), ("x", null), ("x", "y")], asked);
    }

    [Fact]
    public async Task Both_cancellation_tokens_reach_the_call()
    {
        using var given = new CancellationTokenSource();
        using var of = new CancellationTokenSource();
        var lister = new Lister(new(["a"], "t1"), new(["b"], null));
        var pages = Pager.PagesAsync(lister.SendAsync, "", page => page.Next, (_, token) => token, given.Token).WithCancellation(of.Token).GetAsyncEnumerator();
        Assert.True(await pages.MoveNextAsync());

        await of.CancelAsync();

        await Assert.ThrowsAsync<OperationCanceledException>(async () => await pages.MoveNextAsync());
    }

    internal sealed record Page(IReadOnlyList<string>? Items, string? Next)
    {
        public bool IsTruncated { get; init; }
    }

    private sealed class Lister(params Page[] pages)
    {
        public List<string?> Asked { get; } = [];

        public IAsyncEnumerable<Page> Pages(Func<Page, bool>? hasMore = null)
            => Pager.PagesAsync(SendAsync, "", page => page.Next, (_, token) => token, hasMore);

        public Task<Page> SendAsync(string request, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Asked.Add(string.IsNullOrEmpty(request) ? null : request);
            return Task.FromResult(pages[Asked.Count - 1]);
        }
    }
}
