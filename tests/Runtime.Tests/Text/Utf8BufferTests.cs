using System;
using System.Linq;
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
}
