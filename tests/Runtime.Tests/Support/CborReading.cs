using System;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests;

internal delegate T CborRead<T>(ref CborBodyReader cbor);

/// <summary>Reads bytes, given as hexadecimal digits, with one call of the reader.</summary>
internal static class CborReading
{
    public static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    public static T Read<T>(string hex, CborRead<T> read) => Read(Bytes(hex), read);

    public static T Read<T>(byte[] body, CborRead<T> read)
    {
        var cbor = new CborBodyReader(body);
        var value = read(ref cbor);
        cbor.End();
        if (cbor.OmitUnreadable() > 0)
        {
            // All unreadable values are found the first time.
            value = read(ref cbor);
            cbor.End();
            Assert.Equal(0, cbor.OmitUnreadable());
        }

        return value;
    }

    public static void Skip(byte[] body) => Read(body, (ref CborBodyReader cbor) =>
    {
        cbor.Skip();
        return true;
    });

    /// <summary>Reads a value as the member of an object, before another one, as the pipeline does: once more if values cannot be read.</summary>
    /// <returns>The value; the type's default if the member is omitted.</returns>
    public static T? Member<T>(string hex, CborRead<T> read)
    {
        var cbor = new CborBodyReader(Member(hex));
        var value = ReadMember(ref cbor, read, out _);
        return cbor.OmitUnreadable() > 0 ? ReadMember(ref cbor, read, out _) : value;
    }

    /// <summary>Asserts that a value omits its member, and nothing else.</summary>
    public static void Omits<T>(string hex, CborRead<T> read)
    {
        var cbor = new CborBodyReader(Member(hex));
        ReadMember(ref cbor, read, out var isPresent);
        Assert.True(isPresent);
        Assert.Equal(1, cbor.OmitUnreadable());
        ReadMember(ref cbor, read, out isPresent);
        Assert.False(isPresent);
        Assert.Equal(0, cbor.OmitUnreadable());
    }

    public static BodyFormatException Fails<T>(string hex, CborRead<T> read) => Assert.Throws<BodyFormatException>(() => Read(hex, read));

    private static byte[] Member(string hex) => Bytes("A2 61 6D " + hex + " 61 6E 81 01");

    private static T? ReadMember<T>(ref CborBodyReader cbor, CborRead<T> read, out bool isPresent)
    {
        T? value = default;
        isPresent = false;
        var hasNext = false;
        while (cbor.NextMember(out var name))
        {
            if (name.Is("m"u8))
            {
                isPresent = true;
                value = read(ref cbor);
            }
            else
            {
                hasNext = true;
                cbor.Skip();
            }
        }

        cbor.End();
        Assert.True(hasNext);
        return value;
    }
}
