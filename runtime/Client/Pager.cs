using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Threading;
using System.Threading.Tasks;

namespace DataZoneGen.Wire;

/// <summary>Enumerates the pages of a paginated operation.</summary>
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

    /// <summary>Enumerates the pages. Each page is requested when the enumeration reaches it.</summary>
    /// <typeparam name="TRequest">The type of the request.</typeparam>
    /// <typeparam name="TResponse">The type of the response.</typeparam>
    /// <typeparam name="TToken">The type of the token: a string, a map token, or a tuple if the operation has several tokens.</typeparam>
    /// <param name="send">Calls the operation.</param>
    /// <param name="request">The request for the first page.</param>
    /// <param name="nextToken">Gets the token of a response. <see langword="null"/>, an empty string or a tuple of nulls means that there are no more pages.</param>
    /// <param name="withToken">Creates the request for the page of a token.</param>
    /// <param name="hasMore">Gets the flag of a response that says whether there are more pages; <see langword="null"/> if responses have no such flag.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The pages.</returns>
    /// <exception cref="PaginationException">The service returned the same token twice in a row.</exception>
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
        return EnumerateAsync(send, request, nextToken, withToken, hasMore, cancellationToken);
    }

    /// <summary>Enumerates the items of all pages.</summary>
    /// <typeparam name="TResponse">The type of the pages.</typeparam>
    /// <typeparam name="TItem">The type of the items.</typeparam>
    /// <param name="pages">The pages.</param>
    /// <param name="items">Gets the items of a page; <see langword="null"/> means no items.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
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

    private static async IAsyncEnumerable<TResponse> EnumerateAsync<TRequest, TResponse, TToken>(
        Func<TRequest, CancellationToken, Task<TResponse>> send,
        TRequest request,
        Func<TResponse, TToken?> nextToken,
        Func<TRequest, TToken, TRequest> withToken,
        Func<TResponse, bool>? hasMore,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        TToken? previous = default;
        while (true)
        {
            var page = await send(request, cancellationToken).ConfigureAwait(false);
            yield return page;
            var token = nextToken(page);
            if (token is null || IsEmpty(token) || hasMore?.Invoke(page) == false)
            {
                yield break;
            }

            if (EqualityComparer<TToken>.Default.Equals(token, previous))
            {
                throw new PaginationException(
                    $"The service returned the same pagination token twice in a row for {typeof(TRequest).Name}; the enumeration would never end.");
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

    private static bool IsEmpty<TToken>(TToken token) => token is "" || EqualityComparer<TToken>.Default.Equals(token, default);
}
