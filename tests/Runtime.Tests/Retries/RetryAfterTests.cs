using System.Net.Http;
using DataZoneGen.Core;
using Xunit;

namespace DataZoneGen.Runtime.Tests.Retries;

public class RetryAfterTests
{
    [Theory]
    [InlineData("1500", 1500)]
    [InlineData("0", 0)]
    [InlineData("18446744073709551615", 86_400_000)]
    [InlineData("18446744073709551616", null)]
    [InlineData("-1", null)]
    [InlineData("1.5", null)]
    [InlineData("soon", null)]
    [InlineData("", null)]
    public void AWSs_header_is_in_milliseconds(string value, int? milliseconds) => Assert.Equal(milliseconds, Read(("x-amz-retry-after", value)));

    [Theory]
    [InlineData("2", 2000)]
    [InlineData("0", 0)]
    [InlineData("Fri, 20 Nov 2026 03:20:07 GMT", 7000)]
    [InlineData("Fri, 20 Nov 2026 03:19:59 GMT", -1000)]
    [InlineData("-2", null)]
    [InlineData("99999999999", null)]
    [InlineData("soon", null)]
    public void HTTPs_header_is_in_seconds_or_a_date(string value, int? milliseconds) => Assert.Equal(milliseconds, Read(("Retry-After", value)));

    [Fact]
    public void A_date_is_measured_by_the_clock_that_wrote_it() =>
        Assert.Equal(7000, Read(("Retry-After", "Fri, 20 Nov 2026 05:00:07 GMT"), ("Date", "Fri, 20 Nov 2026 05:00:00 GMT")));

    [Fact]
    public void AWSs_header_goes_first() => Assert.Equal(1500, Read(("Retry-After", "2"), ("x-amz-retry-after", "1500")));

    [Fact]
    public void AWSs_header_gives_way_when_it_says_nothing() => Assert.Equal(2000, Read(("Retry-After", "2"), ("x-amz-retry-after", "soon")));

    [Fact]
    public void Of_several_values_the_first_counts()
    {
        Assert.Equal(1500, Read(("x-amz-retry-after", "1500"), ("x-amz-retry-after", "9")));
        Assert.Equal(1500, Read(("x-amz-retry-after", "1500, 9")));
        Assert.Equal(2000, Read(("Retry-After", "2"), ("Retry-After", "9")));
        Assert.Equal(2000, Read(("Retry-After", "2, 9")));
        Assert.Equal(7000, Read(("Retry-After", "Fri, 20 Nov 2026 03:20:07 GMT"), ("Retry-After", "Fri, 20 Nov 2026 05:00:00 GMT")));
        Assert.Equal(7000, Read(("Retry-After", "Fri, 20 Nov 2026 03:20:07 GMT, Fri, 20 Nov 2026 05:00:00 GMT")));
        Assert.Equal(7000, Read(("Retry-After", "Fri, 20 Nov 2026 05:00:07 GMT"), ("Date", "Fri, 20 Nov 2026 05:00:00 GMT"), ("Date", "Fri, 20 Nov 2026 06:00:00 GMT")));
    }

    [Fact]
    public void Without_either_nothing_is_asked() => Assert.Null(Read());

    private static double? Read(params (string Name, string Value)[] headers)
    {
        using var message = new HttpResponseMessage();
        foreach (var (name, value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        return RetryAfter.Get(message, FakeClock.Beginning)?.TotalMilliseconds;
    }
}
