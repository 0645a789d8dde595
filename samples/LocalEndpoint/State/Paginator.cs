using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using LocalEndpoint.DataZone;

namespace LocalEndpoint.State;

/// <summary>A page of a list, and the token of the next page; null on the last page.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>
/// Splits lists into pages. A token contains the position of the last item and a MAC for its list, so that invalid tokens and tokens of other lists
/// are rejected. New items do not move the pages.
/// </summary>
internal sealed class Paginator
{
    private const int PositionLength = sizeof(long);
    private const int MacLength = 16;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="list">The identity of the list: the operation and all of its filters.</param>
    /// <param name="items">The whole list, in order.</param>
    /// <param name="position">Returns the position of an item. It increases from item to item and never changes.</param>
    /// <param name="maxResults">The maximum number of items on the page.</param>
    /// <param name="nextToken">The token of the request; null for the first page.</param>
    public Page<T> GetPage<T>(string list, IReadOnlyList<T> items, Func<T, long> position, int maxResults, string? nextToken)
    {
        IEnumerable<T> rest = items;
        if (nextToken is not null)
        {
            var last = ReadToken(list, nextToken);
            rest = items.Where(item => position(item) > last);
        }

        T[] page = [.. rest.Take(maxResults + 1)];
        return page.Length <= maxResults
            ? new(page, null)
            : new(page[..maxResults], CreateToken(list, position(page[maxResults - 1])));
    }

    private string CreateToken(string list, long position)
    {
        var token = new byte[PositionLength + MacLength];
        BinaryPrimitives.WriteInt64BigEndian(token, position);
        ComputeMac(list, token.AsSpan(0, PositionLength)).CopyTo(token, PositionLength);
        return Base64Url.EncodeToString(token);
    }

    private long ReadToken(string list, string token)
    {
        if (Base64Url.IsValid(token))
        {
            var bytes = Base64Url.DecodeFromChars(token);
            if (bytes.Length == PositionLength + MacLength
                && CryptographicOperations.FixedTimeEquals(ComputeMac(list, bytes.AsSpan(0, PositionLength)), bytes.AsSpan(PositionLength)))
            {
                return BinaryPrimitives.ReadInt64BigEndian(bytes);
            }
        }

        throw new ValidationException("nextToken is not a token of this list.");
    }

    private byte[] ComputeMac(string list, ReadOnlySpan<byte> position) =>
        HMACSHA256.HashData(_key, (byte[])[.. position, .. Encoding.UTF8.GetBytes(list)])[..MacLength];
}
