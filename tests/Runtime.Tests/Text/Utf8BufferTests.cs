using System;
using System.Linq;
using System.Runtime.InteropServices;
using System.Text;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Text;

public class Utf8BufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(32)]
    [InlineData(256)]
    public void Bytes_are_written_as_digits_of_lower_case(int count)
    {
        var bytes = Enumerable.Range(256 - count, count).Select(static value => (byte)value).ToArray();
        var buffer = new Utf8Buffer();
        buffer.Add((byte)'x');

        buffer.AddHex(bytes);

        Assert.Equal("x" + Convert.ToHexStringLower(bytes), Encoding.ASCII.GetString(buffer.Written));
    }

    [Fact]
    public void Long_content_stays_the_same_while_the_buffer_grows()
    {
        var expected = new StringBuilder();
        var buffer = new Utf8Buffer();
        for (var number = 0; expected.Length < 1_000_000; number++)
        {
            buffer.AddNumber(number);
            expected.Append(number);
        }

        Assert.Equal(expected.ToString(), Encoding.ASCII.GetString(buffer.Written));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(1_000_000)]
    public void Memory_is_used_again(int length)
    {
        var buffer = new Utf8Buffer();

        Assert.Equal(0, AllocatedBytes.Of(() =>
        {
            Fill(buffer, length);
            buffer.Clear();
        }));
        Assert.Equal(0, buffer.Length);
    }

    [Fact]
    public void Memory_of_long_content_is_cleared_before_other_code_gets_it()
    {
        var buffer = new Utf8Buffer();
        Fill(buffer, 100_000);
        Assert.True(MemoryMarshal.TryGetArray(buffer.WrittenMemory, out var first));
        Fill(buffer, 100_000);
        Assert.True(MemoryMarshal.TryGetArray(buffer.WrittenMemory, out var second));
        Assert.NotSame(first.Array, second.Array);

        buffer.Clear();

        Assert.Equal(-1, first.Array.AsSpan().IndexOfAnyExcept((byte)0));
        Assert.Equal(-1, second.Array.AsSpan().IndexOfAnyExcept((byte)0));
    }

    private static void Fill(Utf8Buffer buffer, int length)
    {
        for (var index = 0; index < length; index += 10)
        {
            buffer.Add("0123456789"u8);
        }
    }
}
