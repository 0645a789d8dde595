using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Security.Cryptography;
using System.Text;
using DataZoneGen.Core;

namespace DataZoneGen.Wire;

/// <summary>
/// Compares messages with the MD5 that a queue returns, against transmission errors. Other servers with the same API may omit the checksum; a text
/// that is not an MD5 is ignored, too.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[SuppressMessage("Security", "CA5351", Justification = "The service defines this checksum against transmission errors, not for security.")]
public static class MessageChecksums
{
    private const byte StringType = 1;
    private const byte BinaryType = 2;
    private const int MaxStackBytes = 512;

    /// <summary>Checks the body of a message.</summary>
    /// <param name="messageId">The id of the message, for the error message.</param>
    /// <param name="body">The body.</param>
    /// <param name="md5">The MD5 of the body in hexadecimal digits, if the service returned it.</param>
    public static void CheckBody(string? messageId, string? body, string? md5)
    {
        if (string.IsNullOrEmpty(body) || !IsMd5(md5))
        {
            return;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        AppendText(hash, body, withLength: false);
        ThrowIfDifferent(hash, md5, "The body", messageId);
    }

    /// <summary>Checks the attributes of a message.</summary>
    /// <typeparam name="T">The type of the attributes.</typeparam>
    /// <param name="messageId">The id of the message, for the error message.</param>
    /// <param name="attributes">The attributes by name; <see langword="null"/> if there are none.</param>
    /// <param name="md5">The MD5 of the attributes in hexadecimal digits, if the service returned it.</param>
    /// <param name="read">Returns the data type of an attribute, and its value, which is a string or binary.</param>
    public static void CheckAttributes<T>(string? messageId, IReadOnlyDictionary<string, T>? attributes, string? md5, Func<T, (string? DataType, string? StringValue, ReadOnlyMemory<byte>? BinaryValue)> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (attributes is not { Count: > 0 } || !IsMd5(md5))
        {
            return;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        foreach (var (name, value) in attributes.OrderBy(static attribute => attribute.Key, StringComparer.Ordinal))
        {
            var attribute = read(value);
            AppendText(hash, name, withLength: true);
            AppendText(hash, attribute.DataType ?? "", withLength: true);
            if (attribute.StringValue is { } text)
            {
                hash.AppendData([StringType]);
                AppendText(hash, text, withLength: true);
            }
            else if (attribute.BinaryValue is { } bytes)
            {
                hash.AppendData([BinaryType]);
                AppendLength(hash, bytes.Length);
                hash.AppendData(bytes.Span);
            }
            else
            {
                // The service does not have other values yet, so their checksum is not defined.
                return;
            }
        }

        ThrowIfDifferent(hash, md5, "The attributes", messageId);
    }

    private static bool IsMd5([NotNullWhen(true)] string? text)
    {
        if (text?.Length != 2 * MD5.HashSizeInBytes)
        {
            return false;
        }

        foreach (var digit in text)
        {
            if (!char.IsAsciiHexDigit(digit))
            {
                return false;
            }
        }

        return true;
    }

    private static void AppendText(IncrementalHash hash, string text, bool withLength)
    {
        var maxLength = Encoding.UTF8.GetMaxByteCount(text.Length);
        var rented = maxLength > MaxStackBytes ? ArrayPool<byte>.Shared.Rent(maxLength) : null;
        var bytes = rented ?? stackalloc byte[MaxStackBytes];
        var length = Encoding.UTF8.GetBytes(text, bytes);
        if (withLength)
        {
            AppendLength(hash, length);
        }

        hash.AppendData(bytes[..length]);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static void AppendLength(IncrementalHash hash, int length)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, length);
        hash.AppendData(bytes);
    }

    private static void ThrowIfDifferent(IncrementalHash hash, string md5, string part, string? messageId)
    {
        if (!md5.Equals(Convert.ToHexString(hash.GetHashAndReset()), StringComparison.OrdinalIgnoreCase))
        {
            throw new ChecksumMismatchException(part + " of message '" + SafeText.Identifier(messageId) + "' is not the same for the client and the service: the MD5 is different.");
        }
    }
}
