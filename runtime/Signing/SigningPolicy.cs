using System;
using System.Text;

namespace DataZoneGen.Core;

/// <summary>Decides which headers are signed, and rejects headers and parameters that are reserved for signing.</summary>
internal static class SigningPolicy
{
    /// <summary>Whether a header is signed. Headers that proxies may change or that handlers write are not signed.</summary>
    /// <param name="name">The name in lowercase.</param>
    /// <exception cref="ArgumentException">The header is reserved for signing.</exception>
    public static bool IsSigned(string name)
    {
        switch (name)
        {
            case "authorization" or "host" or "x-amz-date" or "x-amz-security-token":
                throw CreateReservedException(name);
            case "accept-encoding" or "connection" or "content-length" or "expect" or "keep-alive" or "proxy-authorization" or "te" or "trailer"
                or "transfer-encoding" or "upgrade" or "user-agent":
                return false;

            // The trace context, which handlers of .NET and proxies write, too.
            case "baggage" or "traceparent" or "tracestate" or "x-amzn-trace-id":
                return false;
            default:
                return true;
        }
    }

    /// <summary>Rejects headers that conflict with a bearer token.</summary>
    /// <exception cref="ArgumentException">There is such a header.</exception>
    public static void ThrowIfAuthorized(HeaderList headers)
    {
        foreach (var header in headers)
        {
            if (header.Name is "authorization" or "host")
            {
                throw CreateReservedException(header.Name);
            }
        }
    }

    /// <summary>Rejects a query with parameters that are reserved for presigned URLs.</summary>
    /// <param name="query">The percent-encoded query.</param>
    /// <exception cref="ArgumentException">There is such a parameter.</exception>
    public static void ThrowIfPresigned(ReadOnlySpan<byte> query)
    {
        while (!query.IsEmpty)
        {
            var end = query.IndexOf((byte)'&');
            var parameter = end < 0 ? query : query[..end];
            var equals = parameter.IndexOf((byte)'=');
            var name = equals < 0 ? parameter : parameter[..equals];
            if (IsSignatureParameter(name))
            {
                throw new ArgumentException($"The query parameter '{Encoding.ASCII.GetString(name)}' is reserved for presigned URLs.", nameof(query));
            }

            query = end < 0 ? [] : query[(end + 1)..];
        }
    }

    private static ArgumentException CreateReservedException(string name)
        => new($"The header '{name}' is reserved for signing.", nameof(name));

    private static bool IsSignatureParameter(ReadOnlySpan<byte> name)
        => name.Length > "x-amz-".Length && Ascii.EqualsIgnoreCase(name[.."x-amz-".Length], "x-amz-"u8)
            && (Is(name, "X-Amz-Algorithm"u8) || Is(name, "X-Amz-Credential"u8) || Is(name, "X-Amz-Date"u8) || Is(name, "X-Amz-Expires"u8)
                || Is(name, "X-Amz-Security-Token"u8) || Is(name, "X-Amz-Signature"u8) || Is(name, "X-Amz-SignedHeaders"u8));

    private static bool Is(ReadOnlySpan<byte> name, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(name, other);
}
