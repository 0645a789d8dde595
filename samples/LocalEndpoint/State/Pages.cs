using System;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using LocalEndpoint.Answers;

namespace LocalEndpoint.State;

/// <summary>One page of a list, and the token of the next page if there is one.</summary>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);

/// <summary>
/// Cuts lists into pages. A token is the position of the last item sent, sealed for the list it belongs to; a token made up, changed, or
/// taken from another list is not accepted. Items that appear meanwhile move nothing.
/// </summary>
internal sealed class Pages
{
    private const int PositionLength = sizeof(long);
    private const int SealLength = 16;
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);

    /// <param name="list">Which list it is: the operation and all of its filters.</param>
    /// <param name="items">The whole list, in order.</param>
    /// <param name="position">Where an item stands; grows from item to item, and never changes.</param>
    /// <param name="maxResults">How many items the page may hold.</param>
    /// <param name="nextToken">The token the caller sent; null for the first page.</param>
    public Page<T> Cut<T>(string list, IReadOnlyList<T> items, Func<T, long> position, int maxResults, string? nextToken)
    {
        IEnumerable<T> rest = items;
        if (nextToken is not null)
        {
            long last = Open(list, nextToken);
            rest = items.Where(item => position(item) > last);
        }

        T[] page = [.. rest.Take(maxResults + 1)];
        return page.Length <= maxResults
            ? new(page, null)
            : new(page[..maxResults], Seal(list, position(page[maxResults - 1])));
    }

    private string Seal(string list, long position)
    {
        byte[] token = new byte[PositionLength + SealLength];
        BinaryPrimitives.WriteInt64BigEndian(token, position);
        SealOf(list, token.AsSpan(0, PositionLength)).CopyTo(token, PositionLength);
        return Base64Url.EncodeToString(token);
    }

    private long Open(string list, string token)
    {
        if (Base64Url.IsValid(token))
        {
            byte[] bytes = Base64Url.DecodeFromChars(token);
            if (bytes.Length == PositionLength + SealLength
                && CryptographicOperations.FixedTimeEquals(SealOf(list, bytes.AsSpan(0, PositionLength)), bytes.AsSpan(PositionLength)))
            {
                return BinaryPrimitives.ReadInt64BigEndian(bytes);
            }
        }

        throw ServiceError.Invalid("nextToken is not one that this list gave out.");
    }

    private byte[] SealOf(string list, ReadOnlySpan<byte> position) =>
        HMACSHA256.HashData(_key, (byte[])[.. position, .. Encoding.UTF8.GetBytes(list)])[..SealLength];
}
