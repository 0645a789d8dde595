using System;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Requests;

public class RequestWriterQueryTests
{
    [Fact]
    public void Parameters_keep_their_order_and_repeat()
        => Assert.Equal("list-type=2&b=1&a=x&a=y", Query(request => request
            .QueryLiteral("list-type=2"u8)
            .Query("b"u8, 1)
            .Query("a"u8, "x")
            .Query("a"u8, "y")));

    [Fact]
    public void Null_leaves_no_trace_and_an_empty_text_leaves_its_name()
        => Assert.Equal("e=", Query(request => request
            .Query("a"u8, (string?)null)
            .Query("b"u8, (int?)null)
            .Query("c"u8, (long?)null)
            .Query("d"u8, (bool?)null)
            .Query("f"u8, (float?)null)
            .Query("g"u8, (double?)null)
            .Query("h"u8, null, TimestampFormat.Iso8601)
            .Query("map", null)
            .Query("e"u8, "")));

    [Fact]
    public void Values_and_names_from_maps_are_encoded()
        => Assert.Equal("a=%26%3D%20%2B%C3%A9&%26key=v%2F", Query(request => request.Query("a"u8, "&= +é").Query("&key", "v/")));

    [Fact]
    public void Values_of_other_types_have_their_wire_forms()
        => Assert.Equal(
            "a=-1&b=9223372036854775807&c=true&d=false&e=0.5&f=1E%2B300&g=NaN&h=2026-01-02T03%3A04%3A05.678Z&i=1767323045.678",
            Query(request => request
                .Query("a"u8, -1)
                .Query("b"u8, long.MaxValue)
                .Query("c"u8, true)
                .Query("d"u8, false)
                .Query("e"u8, 0.5f)
                .Query("f"u8, 1e300)
                .Query("g"u8, double.NaN)
                .Query("h"u8, new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), TimestampFormat.Iso8601)
                .Query("i"u8, new DateTimeOffset(2026, 1, 2, 3, 4, 5, 678, TimeSpan.Zero), TimestampFormat.EpochSeconds)));

    private static string Query(Action<RequestWriter> write)
    {
        var request = new RequestWriter();
        write(request);
        return Encoding.ASCII.GetString(request.EncodedQuery.Span);
    }
}
