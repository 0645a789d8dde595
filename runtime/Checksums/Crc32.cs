using System;
using System.Buffers.Binary;

namespace DataZoneGen.Core;

/// <summary>The CRC-32 of gzip, for messages and bodies. Computes eight bytes at a time. In .NET, CRC-32 needs an additional package.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;
    private const int TableSize = 256;

    private static readonly uint[] Tables = CreateTables();

    public static uint Compute(ReadOnlySpan<byte> bytes) => Append(0, bytes);

    /// <summary>Returns the checksum of earlier bytes and these.</summary>
    /// <param name="checksum">The checksum of the earlier bytes; 0 if there are none.</param>
    /// <param name="bytes">The next bytes.</param>
    public static uint Append(uint checksum, ReadOnlySpan<byte> bytes)
    {
        var tables = Tables;
        var crc = ~checksum;
        while (bytes.Length >= sizeof(ulong))
        {
            var low = crc ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            var high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[sizeof(uint)..]);
            crc = tables[(7 * TableSize) + (byte)low]
                ^ tables[(6 * TableSize) + (byte)(low >> 8)]
                ^ tables[(5 * TableSize) + (byte)(low >> 16)]
                ^ tables[(4 * TableSize) + (low >> 24)]
                ^ tables[(3 * TableSize) + (byte)high]
                ^ tables[(2 * TableSize) + (byte)(high >> 8)]
                ^ tables[TableSize + (byte)(high >> 16)]
                ^ tables[high >> 24];
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            crc = tables[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return ~crc;
    }

    private static uint[] CreateTables()
    {
        var tables = new uint[8 * TableSize];
        for (var index = 0; index < tables.Length; index++)
        {
            var crc = index < TableSize ? (uint)index : tables[index - TableSize];
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ Polynomial;
            }

            tables[index] = crc;
        }

        return tables;
    }
}
