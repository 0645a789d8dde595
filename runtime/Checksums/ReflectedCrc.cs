using System;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmAes = System.Runtime.Intrinsics.Arm.Aes;

namespace DataZoneGen.Core;

/// <summary>
/// A cyclic redundancy check (CRC) with reflected bits and an inverted start and end value. With carry-less multiplication it computes 64 bytes at a time,
/// otherwise eight. .NET has these checksums only in an additional package, and that one has no CRC-64 of this kind.
/// </summary>
internal sealed class ReflectedCrc
{
    private const int TableSize = 256;
    private const int BlockSize = 16;
    private const int MinFoldedLength = 8 * BlockSize;

    private readonly ulong _mask;
    private readonly ulong[] _tables;
    private readonly Vector128<ulong> _foldBy4;
    private readonly Vector128<ulong> _foldBy1;

    /// <summary>Initializes a new instance of the <see cref="ReflectedCrc"/> class.</summary>
    /// <param name="polynomial">The polynomial with reflected bits, without the highest power.</param>
    /// <param name="width">The number of bits of the checksum: 32 or 64.</param>
    public ReflectedCrc(ulong polynomial, int width)
    {
        (Polynomial, Width) = (polynomial, width);
        _mask = ulong.MaxValue >> (64 - width);
        _tables = CreateTables(polynomial);
        _foldBy4 = CreateFactors(polynomial, width, 4 * BlockSize * 8);
        _foldBy1 = CreateFactors(polynomial, width, BlockSize * 8);
    }

    /// <summary>The polynomial with reflected bits, without the highest power.</summary>
    public ulong Polynomial { get; }

    /// <summary>The number of bits of the checksum.</summary>
    public int Width { get; }

    private static bool IsFoldingSupported => Pclmulqdq.IsSupported || ArmAes.IsSupported;

    /// <summary>Finds an algorithm by its name in models; <see langword="null"/> if it is not a CRC.</summary>
    public static ReflectedCrc? Find(string algorithm) => algorithm switch
    {
        "CRC32" => Crc32.Algorithm,
        "CRC32C" => Crc32C.Algorithm,
        "CRC64NVME" => Crc64Nvme.Algorithm,
        _ => null,
    };

    /// <summary>Writes a checksum as services send it, in <see cref="Width"/> bits.</summary>
    public void Write(ulong checksum, Span<byte> target)
    {
        if (Width == 32)
        {
            BinaryPrimitives.WriteUInt32BigEndian(target, (uint)checksum);
        }
        else
        {
            BinaryPrimitives.WriteUInt64BigEndian(target, checksum);
        }
    }

    /// <summary>Returns the checksum of earlier bytes and these.</summary>
    /// <param name="checksum">The checksum of the earlier bytes; 0 if there are none.</param>
    /// <param name="bytes">The next bytes.</param>
    public ulong Append(ulong checksum, ReadOnlySpan<byte> bytes)
    {
        var crc = ~checksum & _mask;
        crc = IsFoldingSupported && BitConverter.IsLittleEndian && bytes.Length >= MinFoldedLength ? AppendFolded(crc, bytes) : AppendByTables(crc, bytes);
        return ~crc & _mask;
    }

    private ulong AppendByTables(ulong crc, ReadOnlySpan<byte> bytes)
    {
        var tables = _tables;
        while (bytes.Length >= sizeof(ulong))
        {
            crc ^= BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            crc = tables[(7 * TableSize) + (byte)crc]
                ^ tables[(6 * TableSize) + (byte)(crc >> 8)]
                ^ tables[(5 * TableSize) + (byte)(crc >> 16)]
                ^ tables[(4 * TableSize) + (byte)(crc >> 24)]
                ^ tables[(3 * TableSize) + (byte)(crc >> 32)]
                ^ tables[(2 * TableSize) + (byte)(crc >> 40)]
                ^ tables[TableSize + (byte)(crc >> 48)]
                ^ tables[crc >> 56];
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var value in bytes)
        {
            crc = tables[(byte)(crc ^ value)] ^ (crc >> 8);
        }

        return crc;
    }

    /// <summary>
    /// Reduces the bytes to the 16 bytes that have the same remainder, as Intel's paper "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ
    /// Instruction" describes, and computes the checksum of these with the tables.
    /// </summary>
    private ulong AppendFolded(ulong crc, ReadOnlySpan<byte> bytes)
    {
        ref var source = ref MemoryMarshal.GetReference(bytes);
        var (block0, block1, block2, block3) = (Load(ref source, 0), Load(ref source, 1), Load(ref source, 2), Load(ref source, 3));
        block0 ^= Vector128.CreateScalar(crc);
        var position = 4 * BlockSize;
        for (; bytes.Length - position >= 4 * BlockSize; position += 4 * BlockSize)
        {
            ref var next = ref Unsafe.Add(ref source, position);
            block0 = Fold(block0, _foldBy4) ^ Load(ref next, 0);
            block1 = Fold(block1, _foldBy4) ^ Load(ref next, 1);
            block2 = Fold(block2, _foldBy4) ^ Load(ref next, 2);
            block3 = Fold(block3, _foldBy4) ^ Load(ref next, 3);
        }

        block1 ^= Fold(block0, _foldBy1);
        block2 ^= Fold(block1, _foldBy1);
        block3 ^= Fold(block2, _foldBy1);
        for (; bytes.Length - position >= BlockSize; position += BlockSize)
        {
            block3 = Fold(block3, _foldBy1) ^ Load(ref Unsafe.Add(ref source, position), 0);
        }

        Span<byte> rest = stackalloc byte[BlockSize];
        block3.AsByte().CopyTo(rest);
        return AppendByTables(AppendByTables(0, rest), bytes[position..]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Load(ref byte source, int block) => Vector128.LoadUnsafe(ref source, (nuint)(block * BlockSize)).AsUInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Fold(Vector128<ulong> block, Vector128<ulong> factors) => Pclmulqdq.IsSupported
        ? Pclmulqdq.CarrylessMultiply(block, factors, 0x00) ^ Pclmulqdq.CarrylessMultiply(block, factors, 0x11)
        : ArmAes.PolynomialMultiplyWideningLower(block.GetLower(), factors.GetLower()) ^ ArmAes.PolynomialMultiplyWideningUpper(block, factors);

    private static ulong[] CreateTables(ulong polynomial)
    {
        var tables = new ulong[8 * TableSize];
        for (var index = 0; index < tables.Length; index++)
        {
            tables[index] = MultiplyByPower(index < TableSize ? (ulong)index : tables[index - TableSize], 8, polynomial);
        }

        return tables;
    }

    /// <summary>
    /// Creates the factors that move a block by a number of bits: x^(bits + 63) for its first half and x^(bits - 1) for its second, modulo the polynomial.
    /// The exponents are one less than the distance, because the product of reflected factors is one bit short.
    /// </summary>
    private static Vector128<ulong> CreateFactors(ulong polynomial, int width, int bits)
    {
        var one = 1UL << (width - 1);
        return Vector128.Create(MultiplyByPower(one, bits + 63, polynomial) << (64 - width), MultiplyByPower(one, bits - 1, polynomial) << (64 - width));
    }

    /// <summary>Returns value * x^power modulo the polynomial.</summary>
    private static ulong MultiplyByPower(ulong value, int power, ulong polynomial)
    {
        for (var step = 0; step < power; step++)
        {
            value = (value & 1) == 0 ? value >> 1 : (value >> 1) ^ polynomial;
        }

        return value;
    }
}
