using System;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>What of a request is signed, and what it may not hold, since the signature's own facts stand there.</summary>
internal static class SigningPolicy
{
    /// <summary>Whether a header is signed: not one that may change on the way, or that a handler writes itself.</summary>
    /// <param name="name">The name, in lower case.</param>
    /// <exception cref="ArgumentException">The header is one that signing writes.</exception>
    public static bool IsSigned(string name)
    {
        switch (name)
        {
            case "authorization" or "host" or "x-amz-date" or "x-amz-security-token":
                throw Refused(name);
            case "accept-encoding" or "connection" or "content-length" or "expect" or "keep-alive" or "proxy-authorization" or "te" or "trailer"
                or "transfer-encoding" or "upgrade" or "user-agent":
                return false;

            // Which trace a request belongs to. .NET's handlers and proxies write these, too.
            case "baggage" or "traceparent" or "tracestate" or "x-amzn-trace-id":
                return false;
            default:
                return true;
        }
    }

    /// <summary>Refuses headers that would stand beside a bearer token.</summary>
    /// <exception cref="ArgumentException">There is one.</exception>
    public static void ThrowIfAuthorized(ReadOnlySpan<RequestHeader> headers)
    {
        foreach (var header in headers)
        {
            if (header.Name is "authorization" or "host")
            {
                throw Refused(header.Name);
            }
        }
    }

    /// <summary>Refuses a query that has parameters of a presigned one.</summary>
    /// <param name="query">The query, percent-encoded.</param>
    /// <exception cref="ArgumentException">There is such a parameter.</exception>
    public static void ThrowIfPresigned(ReadOnlySpan<byte> query)
    {
        while (!query.IsEmpty)
        {
            var end = query.IndexOf((byte)'&');
            var parameter = end < 0 ? query : query[..end];
            var equals = parameter.IndexOf((byte)'=');
            var name = equals < 0 ? parameter : parameter[..equals];
            if (IsOfSignature(name))
            {
                throw new ArgumentException($"The query parameter '{Encoding.ASCII.GetString(name)}' is written when a URL is signed; it cannot be given.", nameof(query));
            }

            query = end < 0 ? [] : query[(end + 1)..];
        }
    }

    private static ArgumentException Refused(string name)
        => new($"The header '{name}' is written when the request is signed; it cannot be given.", nameof(name));

    private static bool IsOfSignature(ReadOnlySpan<byte> name)
        => name.Length > "x-amz-".Length && Ascii.EqualsIgnoreCase(name[.."x-amz-".Length], "x-amz-"u8)
            && (Is(name, "X-Amz-Algorithm"u8) || Is(name, "X-Amz-Credential"u8) || Is(name, "X-Amz-Date"u8) || Is(name, "X-Amz-Expires"u8)
                || Is(name, "X-Amz-Security-Token"u8) || Is(name, "X-Amz-Signature"u8) || Is(name, "X-Amz-SignedHeaders"u8));

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(name, other);
}
