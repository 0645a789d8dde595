using System;
using DataZoneGen.Core;
using DataZoneGen.Testing.Wire;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Testing.Requests;

public class QueryReaderTests
{
    [Fact]
    public void Reads_values_of_all_types()
    {
        var query = new QueryReader("s=a%20b+c%26&b=true&i=-1&l=9223372036854775807&f=1.5&d=NaN&t=2026-01-02T03%3A04%3A05Z&%6E=x&empty&none=", []);

        Assert.Equal("a b c&", query.String("s"));
        Assert.True(query.Boolean("b"));
        Assert.Equal(-1, query.Int32("i"));
        Assert.Equal(long.MaxValue, query.Int64("l"));
        Assert.Equal(1.5f, query.Single("f"));
        Assert.Equal(double.NaN, query.Double("d"));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), query.Timestamp("t"));
        Assert.Equal("x", query.String("n"));
        Assert.Equal("", query.String("empty"));
        Assert.Equal("", query.String("none"));
        Assert.Null(query.String("other"));
        Assert.Null(query.Int32("other"));
    }

    [Fact]
    public void Reads_lists_and_maps()
    {
        var query = new QueryReader("list-type=2&a=1&b=x&a=2&c=", ["list-type=2"]);

        Assert.Equal([1, 2], query.List("a", HeaderText.Int32));
        Assert.Null(query.List("z", HeaderText.Int32));
        Assert.Equal([new("a", "1"), new("b", "x"), new("c", "")], query.Map());
        Assert.Equal(["1", "2"], query.MapOfLists()!["a"]);
        Assert.Equal(3, query.MapOfLists()!.Count);
        Assert.Null(new QueryReader("list-type=2", ["list-type=2"]).Map());
    }

    [Theory]
    [InlineData("x")]
    [InlineData("")]
    [InlineData("1.5")]
    public void A_value_of_another_type_is_malformed(string value) =>
        Assert.Throws<WireFormatException>(() => new QueryReader("i=" + value, []).Int32("i"));
}
