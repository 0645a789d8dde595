using System;
using System.Formats.Cbor;
using DataZoneGen.Core;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Cbor;

/// <summary>Compares with System.Formats.Cbor, in both directions.</summary>
public class DifferentialTests
{
    [Fact]
    public void The_other_implementation_reads_what_is_written()
    {
        foreach (var seed in FuzzTime.Seeds(5_000))
        {
            var value = RandomValues.Create(new Random(seed), depth: 4);
            var buffer = new Utf8Buffer();
            RandomValues.Write(new CborBodyWriter(buffer), value);
            var reader = new CborReader(buffer.WrittenMemory.ToArray());

            AssertSame(seed, value, RandomValues.Read(reader));
            Assert.Equal(0, reader.BytesRemaining);
        }
    }

    [Fact]
    public void What_the_other_implementation_writes_is_read()
    {
        foreach (var seed in FuzzTime.Seeds(5_000))
        {
            var random = new Random(seed);
            var value = RandomValues.Create(random, depth: 4);
            var writer = new CborWriter(CborConformanceMode.Lax);
            RandomValues.Write(writer, value, random);
            var body = writer.Encode();

            CborReading.Skip(body);
            AssertSame(seed, value, CborReading.Read(body, (ref CborBodyReader cbor) => RandomValues.Read(ref cbor, value)));
        }
    }

    [Fact]
    public void Both_accept_the_same_damaged_bodies()
    {
        foreach (var seed in FuzzTime.Seeds(30_000))
        {
            AssertSameVerdict(seed, CreateDamaged(new Random(seed)));
        }
    }

    [Fact]
    public void Both_accept_the_same_random_bytes()
    {
        foreach (var seed in FuzzTime.Seeds(30_000))
        {
            var random = new Random(seed);
            var body = new byte[random.Next(1, 40)];
            random.NextBytes(body);
            AssertSameVerdict(seed, body);
        }
    }

    /// <summary>
    /// The lax mode of the other implementation accepts duplicate keys and long integers, as our reader does, but also text that is not UTF-8, and
    /// simple values that are longer than necessary.
    /// </summary>
    private static void AssertSameVerdict(int seed, byte[] body)
    {
        var error = SampleReading.FindFormatError(body);
        var isStrict = error is not null && (error.Contains("UTF-8", StringComparison.Ordinal) || error.Contains("simple value", StringComparison.Ordinal));
        var mode = isStrict ? CborConformanceMode.Strict : CborConformanceMode.Lax;
        Assert.True(OtherAccepts(body, mode) == error is null, $"Seed {seed}: {error ?? "accepted"} {Convert.ToHexString(body)}");
        SampleReading.ReadOrFormatError(body);
    }

    private static byte[] CreateDamaged(Random random)
    {
        byte[] body;
        if (random.Next(3) == 0)
        {
            body = SampleReading.Bytes;
        }
        else
        {
            var writer = new CborWriter(CborConformanceMode.Lax);
            RandomValues.Write(writer, RandomValues.Create(random, depth: 3), random);
            body = writer.Encode();
        }

        for (var damage = random.Next(1, 4); damage > 0 && body.Length > 0; damage--)
        {
            var at = random.Next(body.Length);
            switch (random.Next(4))
            {
                case 0:
                    body[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    body[at] = (byte)random.Next(256);
                    break;
                case 2:
                    body = [.. body[..at], .. body[random.Next(at, body.Length)..]];
                    break;
                default:
                    body = [.. body[..at], (byte)random.Next(256), .. body[at..]];
                    break;
            }
        }

        return body;
    }

    private static bool OtherAccepts(byte[] body, CborConformanceMode mode)
    {
        try
        {
            var reader = new CborReader(body, mode);
            reader.SkipValue();
            return reader.BytesRemaining == 0;
        }
        catch (Exception exception) when (exception is CborContentException or InvalidOperationException)
        {
            return false;
        }
    }

    private static void AssertSame(int seed, object? expected, object? actual)
        => Assert.True(RandomValues.Format(expected) == RandomValues.Format(actual), $"Seed {seed}: {RandomValues.Format(expected)} and {RandomValues.Format(actual)}");
}
