using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Walks through the pages of an operation that lists.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Pager
{
    /// <inheritdoc cref="PagesAsync{TRequest, TResponse, TToken}(Func{TRequest, CancellationToken, Task{TResponse}}, TRequest, Func{TResponse, TToken}, Func{TRequest, TToken, TRequest}, Func{TResponse, bool}, CancellationToken)"/>
    public static IAsyncEnumerable<TResponse> PagesAsync<TRequest, TResponse, TToken>(
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        TRequest request,
        Func<TResponse, TToken?> nextToken,
        Func<TRequest, TToken, TRequest> withToken,
        CancellationToken cancellationToken = default)
        => PagesAsync(send, request, nextToken, withToken, hasMore: null, cancellationToken);

    /// <summary>The pages, each fetched when it is asked for.</summary>
    /// <typeparam name="TRequest">The operation's input.</typeparam>
    /// <typeparam name="TResponse">The operation's output.</typeparam>
    /// <typeparam name="TToken">The token: a text, or a tuple where the operation has several.</typeparam>
    /// <param name="send">Carries out the operation.</param>
    /// <param name="request">The request for the first page.</param>
    /// <param name="nextToken">The token in a response. There are no more pages after <see langword="null"/>, an empty text or a tuple of nulls.</param>
    /// <param name="withToken">The request for the page that a token stands for.</param>
    /// <param name="hasMore">The flag in a response that there are more pages; <see langword="null"/> where there is no such flag.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="PaginationException">The service gave the same token twice in a row.</exception>
    public static IAsyncEnumerable<TResponse> PagesAsync<TRequest, TResponse, TToken>(
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        TRequest request,
        Func<TResponse, TToken?> nextToken,
        Func<TRequest, TToken, TRequest> withToken,
        Func<TResponse, bool>? hasMore,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(send);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(nextToken);
        ArgumentNullException.ThrowIfNull(withToken);
        return WalkAsync(send, request, nextToken, withToken, hasMore, cancellationToken);
    }

    /// <summary>The items of all pages, one after the other.</summary>
    /// <typeparam name="TResponse">A page.</typeparam>
    /// <typeparam name="TItem">An item.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="items">The items of a page; <see langword="null"/> counts as none.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>The items.</returns>
    public static IAsyncEnumerable<TItem> ItemsAsync<TResponse, TItem>(
        IAsyncEnumerable<TResponse> pages,
        Func<TResponse, IEnumerable<TItem>?> items,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(pages);
        ArgumentNullException.ThrowIfNull(items);
        return FlattenAsync(pages, items, cancellationToken);
    }

    private static async IAsyncEnumerable<TResponse> WalkAsync<TRequest, TResponse, TToken>(
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        TRequest request,
        Func<TResponse, TToken?> nextToken,
        Func<TRequest, TToken, TRequest> withToken,
        Func<TResponse, bool>? hasMore,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TToken? previous = default;
        for (;;)
        {
            var page = await send(request, cancellationToken).ConfigureAwait(false);
            yield return page;
            var token = nextToken(page);
            if (token is null || IsNothing(token) || hasMore?.Invoke(page) == false)
            {
                yield break;
            }

            if (EqualityComparer<TToken>.Default.Equals(token, previous))
            {
                throw new PaginationException(
                    $"The service answered {typeof(TRequest).Name} with the same page token twice in a row; the walk would never end.");
            }

            previous = token;
            request = withToken(request, token);
        }
    }

    private static async IAsyncEnumerable<TItem> FlattenAsync<TResponse, TItem>(
        IAsyncEnumerable<TResponse> pages,
        Func<TResponse, IEnumerable<TItem>?> items,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var page in pages.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            foreach (var item in items(page) ?? [])
            {
                yield return item;
            }
        }
    }

    private static bool IsNothing<TToken>(TToken token) => token is "" || EqualityComparer<TToken>.Default.Equals(token, default);
}
