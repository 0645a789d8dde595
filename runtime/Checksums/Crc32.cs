using System;

namespace DataZoneGen.Core;

/// <summary>The CRC-32 of gzip.</summary>
internal static class Crc32
{
    /// <summary>The algorithm.</summary>
    public static readonly ReflectedCrc Algorithm = new(0xEDB88320, 32);

    /// <summary>Computes the checksum of bytes.</summary>
    public static uint Compute(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>Returns the checksum of earlier bytes and these.</summary>
    /// <param name="checksum">The checksum of the earlier bytes; 0 if there are none.</param>
    /// <param name="bytes">The next bytes.</param>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes) => (uint)Algorithm.Append(checksum, bytes);
}

/// <summary>The CRC-32C of iSCSI (Castagnoli).</summary>
internal static class Crc32C
{
    /// <summary>The algorithm.</summary>
    public static readonly ReflectedCrc Algorithm = new(0x82F63B78, 32);
}

/// <summary>The CRC-64 of NVMe.</summary>
internal static class Crc64Nvme
{
    /// <summary>The algorithm.</summary>
    public static readonly ReflectedCrc Algorithm = new(0x9A6C9329AC4BC9B5, 64);
}
