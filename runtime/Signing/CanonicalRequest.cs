using System;
using System.Security.Cryptography;

namespace DataZoneGen.Wire;

/// <summary>The one form of a request that client and service agree to sign, whatever happens to it on the way.</summary>
internal static class CanonicalRequest
{
    private static ReadOnlySpan<byte> HashOfNothing => "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"u8;

    /// <summary>Adds the canonical request to the buffer.</summary>
    /// <returns>Where in the buffer the list of signed headers stands.</returns>
    public static Range Write(in SigningInput input, SigningScratch scratch)
    {
        var buffer = scratch.Buffer;
        buffer.AddAscii(input.Method);
        buffer.Add((byte)'\n');
        CanonicalPath.Write(input.BasePath, input.Path, buffer);
        buffer.Add((byte)'\n');
        CanonicalQuery.Write(input.Query, buffer);
        buffer.Add((byte)'\n');
        var signedHeaders = WriteHeaders(input.Headers, buffer);
        buffer.Add((byte)'\n');
        WriteBodyHash(input, scratch);
        return signedHeaders;
    }

    private static void WriteBodyHash(in SigningInput input, SigningScratch scratch)
    {
        if (DeclaredBodyHash(input.Headers) is { } declared)
        {
            scratch.Buffer.AddAscii(declared);
        }
        else if (input.Body.IsEmpty)
        {
            scratch.Buffer.Add(HashOfNothing);
        }
        else
        {
            Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
            scratch.Hash(input.Body, hash);
            scratch.Buffer.AddHex(hash);
        }
    }

    /// <summary>What the request itself says its body's hash is, <c>UNSIGNED-PAYLOAD</c> among others.</summary>
    private static string? DeclaredBodyHash(ReadOnlySpan<RequestHeader> headers)
    {
        foreach (var header in headers)
        {
            if (header.Name == "x-amz-content-sha256")
            {
                return header.Value;
            }
        }

        return null;
    }

    private static Range WriteHeaders(Span<RequestHeader> headers, Utf8Buffer buffer)
    {
        SortByName(headers);
        for (var index = 0; index < headers.Length; index++)
        {
            if (IsRepeated(headers, index))
            {
                buffer.Add((byte)',');
            }
            else
            {
                EndLine(buffer, index);
                buffer.AddAscii(headers[index].Name);
                buffer.Add((byte)':');
            }

            WriteValue(headers[index].Value, buffer);
        }

        buffer.Add("\n\n"u8);
        var start = buffer.Length;
        for (var index = 0; index < headers.Length; index++)
        {
            if (!IsRepeated(headers, index))
            {
                if (index > 0)
                {
                    buffer.Add((byte)';');
                }

                buffer.AddAscii(headers[index].Name);
            }
        }

        return start..buffer.Length;
    }

    private static void EndLine(Utf8Buffer buffer, int index)
    {
        if (index > 0)
        {
            buffer.Add((byte)'\n');
        }
    }

    private static bool IsRepeated(ReadOnlySpan<RequestHeader> headers, int index)
        => index > 0 && string.Equals(headers[index].Name, headers[index - 1].Name, StringComparison.Ordinal);

    /// <summary>By insertion: headers are few, and those of one name must keep their order.</summary>
    private static void SortByName(Span<RequestHeader> headers)
    {
        for (var next = 1; next < headers.Length; next++)
        {
            var header = headers[next];
            var index = next;
            for (; index > 0 && string.CompareOrdinal(headers[index - 1].Name, header.Name) > 0; index--)
            {
                headers[index] = headers[index - 1];
            }

            headers[index] = header;
        }
    }

    /// <summary>Without blanks around it, and with one where there are several.</summary>
    private static void WriteValue(string value, Utf8Buffer buffer)
    {
        if (!value.Contains(' ', StringComparison.Ordinal))
        {
            buffer.AddAscii(value);
            return;
        }

        var rest = value.AsSpan().Trim();
        while (rest.IndexOf("  ", StringComparison.Ordinal) is >= 0 and var blanks)
        {
            buffer.AddAscii(rest[..(blanks + 1)]);
            rest = rest[blanks..].TrimStart();
        }

        buffer.AddAscii(rest);
    }
}
