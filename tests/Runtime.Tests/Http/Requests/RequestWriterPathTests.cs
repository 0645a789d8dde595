using System;
using System.Text;
using DataZoneGen.Wire;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Http.Requests;

public class RequestWriterPathTests
{
    [Theory]
    [InlineData("dzd_4bd-2.x~", "dzd_4bd-2.x~")]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("a b+c", "a%20b%2Bc")]
    [InlineData("100%", "100%25")]
    [InlineData("%2F", "%252F")]
    [InlineData("é漢😀", "%C3%A9%E6%BC%A2%F0%9F%98%80")]
    [InlineData("!*'();:@&=$,?#[]\\\"<>^`{|}\n\u007f", "%21%2A%27%28%29%3B%3A%40%26%3D%24%2C%3F%23%5B%5D%5C%22%3C%3E%5E%60%7B%7C%7D%0A%7F")]
    [InlineData("...", "...")]
    [InlineData(".a", ".a")]
    [InlineData(" ", "%20")]
    public void A_label_is_one_segment_whatever_it_holds(string value, string expected)
        => Assert.Equal("/v2/" + expected, Path(request => request.Path("/v2/"u8).Label("Id", value)));

    [Fact]
    public void A_lone_surrogate_counts_as_the_replacement_character()
        => Assert.Equal("/%EF%BF%BDx", Path(request => request.Path("/"u8).Label("Id", "\ud800x")));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public void A_label_that_would_address_something_else_is_refused(string? value)
    {
        var request = new RequestWriter();

        Assert.Equal("Id", Assert.Throws<ArgumentException>(() => request.Label("Id", value)).ParamName);
        Assert.Equal("Key", Assert.Throws<ArgumentException>(() => request.GreedyLabel("Key", value)).ParamName);
    }

    [Theory]
    [InlineData("a/b c/d", "a/b%20c/d")]
    [InlineData("/a//b/", "/a//b/")]
    public void A_greedy_label_keeps_its_slashes(string value, string expected)
        => Assert.Equal("/x/" + expected, Path(request => request.Path("/x/"u8).GreedyLabel("Key", value)));

    [Theory]
    [InlineData("a/../b")]
    [InlineData("./a")]
    [InlineData("a/.")]
    public void A_greedy_label_has_no_dot_segments(string value)
        => Assert.Equal("Key", Assert.Throws<ArgumentException>(() => new RequestWriter().GreedyLabel("Key", value)).ParamName);

    [Fact]
    public void Labels_of_other_types_have_their_wire_forms()
        => Assert.Equal(
            "/-1/9223372036854775807/true/0.5/1E%2B300/2026-01-02T03%3A04%3A05Z/1767323045",
            Path(request => request
                .Path("/"u8).Label("a", -1)
                .Path("/"u8).Label("b", long.MaxValue)
                .Path("/"u8).Label("c", true)
                .Path("/"u8).Label("d", 0.5f)
                .Path("/"u8).Label("e", 1e300)
                .Path("/"u8).Label("f", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), TimestampFormat.Iso8601)
                .Path("/"u8).Label("g", new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), TimestampFormat.EpochSeconds)));

    private static string Path(Action<RequestWriter> write)
    {
        var request = new RequestWriter();
        write(request);
        return Encoding.ASCII.GetString(request.EncodedPath);
    }
}
